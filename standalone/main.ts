import { availableParallelism } from 'node:os';
import { dirname } from 'node:path';
import { runMain } from '@logomorph/core/process.ts';
import { runProduct } from './run.ts';
import { readSettings } from './settings.ts';
import { listenForStop } from './stop-request.ts';

await runMain('start', async (env) => {
  const request = listenForStop();
  // Our output may go away before we do (a closed terminal, `| head`): that must not keep us from stopping in order.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  const settings = readSettings(env, dirname(import.meta.dirname), availableParallelism());
  const code = await runProduct(settings, request, {
    say: (text) => process.stdout.write(`${text}\n`),
    warn: (line) => process.stderr.write(`${line}\n`),
  });
  process.exit(code);
});
