import { compare } from './harness/compare.ts';
import { benchOptions, inputsOf, withFolder } from './harness/options.ts';
import { byInput, comparison } from './harness/report.ts';
import { favicons, renderer, vitePwa } from './sides.ts';

// The six files of the preset minimal-2023 of @vite-pwa/assets-generator (PNG of 64, 192 and 512 pixels, a maskable
// one, one for Apple, an ICO), and the nearest that favicons and the kit can be asked for.
const options = await benchOptions({}, 3);
const icons = {
  android: ['android-chrome-192x192.png', 'android-chrome-512x512.png'],
  appleIcon: ['apple-touch-icon-180x180.png'],
  appleStartup: false,
  favicons: ['favicon.ico'],
  windows: false,
  yandex: false,
};
await withFolder(async (folder) => {
  const kit = renderer('kit', { type: 'kit', include: ['favicon', 'apple-touch', 'pwa'] });
  const sides = [vitePwa(), favicons(icons), kit];
  const measured = await compare(sides, inputsOf(options.logos), { ...options, folder });
  console.log(
    `six files, a logo of ${options.logos.length} on average\n\n${comparison(measured)}\n\n${byInput(measured)}\n`,
  );
  for (const { side, files } of measured) {
    const first = files.filter(({ input }) => input === options.logos[0]?.name);
    console.log(`${side.name}: ${first.map(({ name }) => name).join(', ')}`);
  }
});
