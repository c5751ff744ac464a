import { dirname } from 'node:path';
import { runCommand } from './run-command.ts';
import { startTemporaryPostgres } from './temporary-postgres.ts';

// `npm run promises`: breaks the product in every way there is, on real servers where they are named and else on a Postgres
// of its own, and prints a table.
// biome-ignore lint/style/noProcessEnv: a main file reads it once and hands it on
const environment = { ...process.env };
const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
await using resources = new AsyncDisposableStack();
environment.TEST_DATABASE_URL ||= environment.E2E_DATABASE_URL || resources.use(await startTemporaryPostgres()).url;
const args = ['e2e/promises/main.ts', ...process.argv.slice(2)];
const options = { cwd: dirname(import.meta.dirname), env: environment, signal: stop.signal };
process.exitCode = await runCommand(process.execPath, args, options);
