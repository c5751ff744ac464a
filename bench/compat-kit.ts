import { readFile } from 'node:fs/promises';
import { compare, type Measured } from './harness/compare.ts';
import { benchOptions, inputsOf, withFolder } from './harness/options.ts';
import { byInput, comparison, isPicture } from './harness/report.ts';
import { ssim } from './harness/ssim.ts';
import { favicons, renderer } from './sides.ts';

// Every file that favicons makes by its defaults: by favicons, and by our two modes.
const options = await benchOptions();
const recipe = { type: 'kit', include: ['compat'] };
await withFolder(async (folder) => {
  const measured = await compare(
    [
      favicons(),
      renderer('speed', { ...recipe, optimise: 'speed' }),
      renderer('size', { ...recipe, optimise: 'size' }),
    ],
    inputsOf(options.logos),
    { ...options, folder },
  );
  const [peer, speed, size] = measured;
  if (!peer || !speed || !size) throw new Error('a side is missing');
  const least = await leastSsim(speed, size);
  console.log(`compat kit, a logo of ${options.logos.length} on average\n`);
  console.log(comparison(measured, ({ side }) => (side === size.side ? { 'least SSIM': least } : {})));
  console.log(`\n${byInput(measured)}`);
  const missing = peer.files.filter((file) => isPicture(file) && !twin(speed, file));
  console.log(`\npictures of favicons that the kit has not: ${missing.map(({ name }) => name).join(', ') || 'none'}`);
});

/** The lowest similarity of a picture of `size` with the exact one of `speed`, and which picture that is. */
async function leastSsim(exact: Measured, reduced: Measured): Promise<string> {
  let least = { value: 1, name: 'all equal' };
  for (const file of reduced.files.filter(({ name }) => name.endsWith('.png'))) {
    const other = twin(exact, file);
    if (!other) continue;
    const [a, b] = await Promise.all([readFile(other.path), readFile(file.path)]);
    if (a.equals(b)) continue;
    const value = await ssim(a, b);
    if (value < least.value) least = { value, name: `${file.input} ${file.name}` };
  }
  return `${least.value.toFixed(4)} (${least.name})`;
}

function twin({ files }: Measured, { input, name }: { input: string; name: string }) {
  return files.find((file) => file.input === input && file.name === name);
}
