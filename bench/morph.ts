import { writeInputs } from './harness/inputs.ts';
import type { Input } from './harness/job.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { measureIn } from './harness/run-job.ts';
import { median, sum } from './harness/statistics.ts';
import { megabytes, table } from './harness/table.ts';
import { renderer } from './sides.ts';

// Morphs of 60 frames, 512 pixels a side, from each logo to the next of those chosen. No peer makes them.
const { logos, times, core } = await benchOptions();
const pairs = logos.map((from, at): Input => {
  const to = logos[(at + 1) % logos.length] ?? from;
  return { name: `${from.name} to ${to.name}`, sources: [from, to] };
});
const { module, options } = renderer('ours', { type: 'morph', width: 512, height: 512, duration: 2000, fps: 30 });
await withFolder(async (folder) => {
  const inputs = await writeInputs(pairs, folder);
  const outcome = await measureIn(folder, { module, options, inputs, times, keepIn: folder }, core);
  const rows = pairs.map(({ name }) => {
    const samples = outcome.samples.filter(({ input }) => input === name);
    const files = outcome.files.filter(({ input }) => input === name);
    return {
      morph: name,
      'CPU ms': Math.round(median(samples.map(({ cpu }) => cpu))),
      'wall ms': Math.round(median(samples.map(({ wall }) => wall))),
      KB: (sum(files.map(({ bytes }) => bytes)) / 1000).toFixed(1),
    };
  });
  console.log(`morphs of 60 frames of 512 pixels; peak RSS ${megabytes(outcome.peakRss)} MB\n\n${table(rows)}`);
});
