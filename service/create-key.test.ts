import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { testDatabase } from '@logomorph/core/testing/database.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';

test('a key that is being made is printed, also when its maker is told to stop meanwhile', async (t) => {
  const { db, url } = await testDatabase(t);
  const child = await db.transaction().execute(async (tx) => {
    // It may be read, and not written.
    await sql`lock table api_keys in exclusive mode`.execute(tx);
    const started = spawn(process.execPath, [join(import.meta.dirname, 'create-key.ts')], {
      env: { DATABASE_URL: url, OBJECT_FOLDER: await temporaryFolder(t) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await untilWaiting(db, 1);
    started.kill('SIGTERM');
    await sleep(200);
    return started;
  });
  const [said] = await Promise.all([text(child.stdout), child.exitCode ?? once(child, 'exit')]);
  assert.match(said, /^lm_\w+\n$/);
  assert.equal(child.exitCode, 0);
});
