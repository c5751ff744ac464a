import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { runMain } from '@logomorph/core/process.ts';
import { findPostgres } from './postgres.ts';
import { readSettings } from './settings.ts';
import { StartError } from './start-error.ts';

// `npm run key -- --name NAME` makes an API key: in the database of DATABASE_URL, or else in that of the start
// which runs on this machine.
await runMain('key', async (env) => {
  const { service, root, dataFolder, databaseUrl } = readSettings(
    env,
    dirname(import.meta.dirname),
    availableParallelism(),
  );
  const url = databaseUrl ?? (await findPostgres(dataFolder));
  if (url === undefined) {
    throw new StartError(`nothing runs on ${dataFolder}: run npm start in another terminal first, or set DATABASE_URL`);
  }
  const child = spawn(process.execPath, [`${root}/service/create-key.ts`, ...process.argv.slice(2)], {
    env: { ...service.env, DATABASE_URL: url },
    stdio: 'inherit',
  });
  await once(child, 'exit');
  process.exit(child.exitCode ?? 1);
});
