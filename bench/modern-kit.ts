import { compare } from './harness/compare.ts';
import { benchOptions, inputsOf, withFolder } from './harness/options.ts';
import { byInput, comparison } from './harness/report.ts';
import { bareLoop, renderer } from './sides.ts';

// The kit that is the default, and the same pictures by the shortest script that makes them with sharp.
const options = await benchOptions({}, 3);
await withFolder(async (folder) => {
  const sides = [bareLoop(), renderer('modern', { type: 'kit' })];
  const measured = await compare(sides, inputsOf(options.logos), { ...options, folder });
  console.log(
    `modern kit, a logo of ${options.logos.length} on average\n\n${comparison(measured)}\n\n${byInput(measured)}`,
  );
});
