import { parseArgs } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import { startRenderProcess } from '../../render-process/render-process.ts';
import { hostileLogos } from '../hostile/hostile-logos.ts';
import { rasterLogos, type TestLogo } from '../testing/logos.ts';
import { assertRecipe } from './assert-recipe.ts';
import { assertSanitised } from './assert-sanitised.ts';
import { mutatedFiles } from './mutated-files.ts';
import { recipeFields } from './recipes.ts';
import { assertRendered } from './render-check.ts';
import { mutatedLogos, svgTrees } from './svg-trees.ts';

// The long fuzz run: `npm run fuzz -- --seconds 600`. It takes the kinds in turns until the time is over, and ends with
// 1 and the smallest input that it can find when a check fails. `--seed` repeats a run.
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const TURN = 10_000;
/** Milliseconds of a render that are worth a look, on a machine that does nothing else. */
const SLOW = 2000;
/** Larger ones take long to change and to draw, and have nothing that smaller ones have not. */
const MOST_BYTES = 100_000;

const ended: string[] = [];
// biome-ignore lint/style/noProcessEnv: a main file reads it once and hands it on
const process_ = await startRenderProcess({ env: process.env, onReplaced: (reason) => ended.push(reason) });
const counts: Record<string, number> = {};
const count = (what: string) => {
  counts[what] = (counts[what] ?? 0) + 1;
};

let rendering: Promise<unknown> = Promise.resolve();

async function check(logo: TestLogo): Promise<void> {
  const start = performance.now();
  const outcome = assertRendered(process_.render, logo);
  rendering = outcome.catch(() => {});
  count(`${logo.format} ${await outcome}`);
  const took = performance.now() - start;
  if (took > SLOW) console.log(`slow: ${Math.round(took)} ms, ${logo.format}, ${logo.bytes.toString('base64')}`);
  if (ended.length > 0) throw new Error(`the render process ended: ${ended.splice(0)}`);
}

async function checkSvg(source: string | Buffer): Promise<void> {
  const sanitised = assertSanitised(source);
  count(sanitised ? 'sanitised' : 'not sanitised');
  if (sanitised) await check({ format: 'svg', bytes: Buffer.from(source) });
}

const hostile = (await hostileLogos({ url: 'http://127.0.0.1:9', path: '/nowhere.png' })).filter(
  ({ bytes }) => bytes.length > 0 && bytes.length <= MOST_BYTES,
);
const rasters = [...Object.values(await rasterLogos()), ...hostile].filter(
  ({ format, bytes }) => format !== 'svg' && bytes.length <= MOST_BYTES,
);
const kinds: Record<string, () => fc.IAsyncProperty<unknown>> = {
  'SVG trees': () => over(svgTrees, checkSvg),
  'changed logos': () => over(mutatedLogos, checkSvg),
  'changed hostile SVGs': () =>
    over(mutatedFiles(hostile.filter(({ format }) => format === 'svg')), ({ bytes }) => checkSvg(bytes)),
  'changed pictures': () => over(mutatedFiles(rasters), check),
  recipes: () =>
    over(recipeFields, async ([type, fields]) => count(assertRecipe(type, fields) ? 'recipe taken' : 'recipe refused')),
};

function over<T>(arbitrary: Arbitrary<T>, looks: (value: T) => Promise<void>): fc.IAsyncProperty<unknown> {
  return fc.asyncProperty(arbitrary, looks);
}

const end = performance.now() + Number(values.seconds) * 1000;
console.log(`seed ${values.seed}`);
for (let turn = 0; performance.now() < end && process.exitCode === undefined; turn++) {
  const [name, make] = Object.entries(kinds)[turn % Object.keys(kinds).length] ?? [];
  if (!make) break;
  const time = Math.min(TURN, end - performance.now());
  const result = await fc.check(make(), {
    seed: Number(values.seed) + turn,
    numRuns: Number.MAX_SAFE_INTEGER,
    interruptAfterTimeLimit: time,
    markInterruptAsFailure: false,
  });
  // A run that the end of a turn interrupts goes on, and a process renders one logo at a time.
  await rendering;
  console.log(`${name}: ${result.numRuns} runs`);
  // A turn that is over before its first run counts as failed too, without an input that fails.
  if (result.counterexample === null) continue;
  console.error(fc.defaultReportMessage(result), result.errorInstance);
  process.exitCode = 1;
}
console.log(counts);
await process_.close();
