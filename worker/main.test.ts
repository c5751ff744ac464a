import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { testDatabase } from '@logomorph/core/testing/database.ts';
import { listen } from '@logomorph/core/testing/listen.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';

test('a worker whose port is taken says so, and does not ask for jobs', async (t) => {
  const { url } = await testDatabase(t);
  let asked = 0;
  const redis = await listen(
    t,
    createServer(() => {
      asked += 1;
    }),
  );
  const port = await listen(t, createServer());
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: {
      DATABASE_URL: url,
      OBJECT_FOLDER: await temporaryFolder(t),
      REDIS_URL: `redis://127.0.0.1:${redis}`,
      HOST: '127.0.0.1',
      WORKER_PORT: String(port),
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  assert.match(said, /^logomorph worker: WORKER_PORT: listen EADDRINUSE/);
  assert.equal(code, 1);
  assert.equal(asked, 0);
});
