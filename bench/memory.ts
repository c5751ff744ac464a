import { writeInputs } from './harness/inputs.ts';
import { benchOptions, inputsOf, withFolder } from './harness/options.ts';
import { measureIn } from './harness/run-job.ts';
import { median, slope } from './harness/statistics.ts';
import { megabytes, ratio, table } from './harness/table.ts';
import { renderer } from './sides.ts';

// The resident memory of one process that makes kit after kit, of all logos in turn. The first hundred kits let V8 and
// the allocator find their size; what memory grows by after them is a leak or fragmentation.
const SETTLED = 100;
const { logos, core, more } = await benchOptions({ kits: 1000 });
const kits = more.kits ?? 0;
if (kits < 2 * SETTLED) throw new Error(`--kits has to be at least ${2 * SETTLED}`);

await withFolder(async (folder) => {
  const { module, options } = renderer('modern', { type: 'kit' });
  const inputs = await writeInputs(inputsOf(logos), folder);
  const times = Math.ceil(kits / logos.length);
  const outcome = await measureIn(folder, { module, options, inputs, times, keepIn: folder }, core);
  const resident = outcome.samples.map(({ rss }) => rss);
  // A logo leaves more behind than another, so points in time are told by a whole turn of the logos.
  const turnFrom = (at: number) => median(resident.slice(at, at + logos.length));
  const [settled, end] = [turnFrom(SETTLED), turnFrom(resident.length - logos.length)];
  const row = {
    kits: resident.length,
    'peak MB': megabytes(outcome.peakRss),
    [`MB at kit ${SETTLED}`]: megabytes(settled),
    'MB at the end': megabytes(end),
    'end ratio': ratio(end, settled),
    'slope KB a kit': (slope(resident.slice(SETTLED)) / 1000).toFixed(2),
  };
  console.log(`resident memory over modern kits in one process\n\n${table([row])}`);
});
