import { compare } from './harness/compare.ts';
import type { Input } from './harness/job.ts';
import { benchOptions, withFolder } from './harness/options.ts';
import { cpuOf } from './harness/report.ts';
import { sum } from './harness/statistics.ts';
import { megabytes, type Row, table } from './harness/table.ts';
import { renderer } from './sides.ts';

// Morphs of 60 frames, 512 pixels a side, from each logo to the next of the corpus. No peer makes them.
const options = await benchOptions();
const { logos } = options;
const pairs = logos.map((from, at): Input => {
  const to = logos[(at + 1) % logos.length] ?? from;
  return { name: `${from.name} to ${to.name}`, sources: [from, to] };
});
const sixty = { type: 'morph', width: 512, height: 512, duration: 2000, fps: 30 };
const rows: Row[] = [];
for (const pair of pairs) {
  const [morph] = await withFolder((folder) => compare([renderer('ours', sixty)], [pair], { ...options, folder }));
  if (!morph) continue;
  rows.push({
    morph: pair.name,
    'CPU ms': Math.round(cpuOf(morph)),
    KB: (sum(morph.files.map(({ bytes }) => bytes)) / 1000).toFixed(1),
    'peak RSS MB': megabytes(morph.peakRss),
  });
}
console.log(`morphs of 60 frames of 512 pixels\n\n${table(rows)}`);
