import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runAll } from './run-all.ts';
import { stopwatch } from './stopwatch.ts';
import { startTemporaryPostgres } from './temporary-postgres.ts';
import { allStages, chooseStages, inTurn } from './test-stages.ts';

// `npm test` runs every stage, `npm test -- lint unit` those named. The first that fails is the last that runs.
const root = dirname(import.meta.dirname);
// biome-ignore lint/style/noProcessEnv: a main file reads it once and hands it on
const environment = { ...process.env };
process.exitCode = await runStages(parseArgs({ allowPositionals: true }).positionals).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  return 1;
});

async function runStages(names: readonly string[]): Promise<number> {
  const stages = inTurn(chooseStages(allStages(root), names));
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  await using resources = new AsyncDisposableStack();
  const env: NodeJS.ProcessEnv = {
    // All processes load the same modules: what one has compiled is kept for the others, and from run to run.
    NODE_COMPILE_CACHE: join(root, '.cache', 'compiled'),
    ...environment,
    PATH: `${root}/node_modules/.bin:${environment.PATH ?? ''}`,
  };

  for (const stage of stages) {
    const took = stopwatch();
    console.log(`\n── ${stage.name}`);
    if (stage.needsPostgres) env.TEST_DATABASE_URL ||= resources.use(await startTemporaryPostgres()).url;
    const failed = await runAll(stage.runs, { cwd: root, env, signal: stop.signal });
    if (stop.signal.aborted) {
      console.error(`── stopped in stage ${stage.name}`);
      return 130;
    }
    if (failed.length > 0) {
      console.error(`── stage ${stage.name} failed after ${took()}: ${failed.join(', ')}`);
      return 1;
    }
    console.log(`── ${stage.name} passed in ${took()}`);
  }
  return 0;
}
