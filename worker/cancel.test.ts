import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import { finishRender } from '@logomorph/core/finish-render.ts';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import { connectQueue } from '@logomorph/core/queue/connect.ts';
import { silent, testDatabase } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';
import { until } from '@logomorph/core/testing/until.ts';
import { residentBytes } from './render-process/resident-memory.ts';
import { gone, heavy, SMALL } from './render-process/testing/render-processes.ts';
import { variantRecipe } from './renderer/testing/render-all.ts';
import { storeRender } from './testing/store-render.ts';

/** A worker as it runs anywhere, with its queue, and what puts a render into that. */
async function startWorker(t: TestContext) {
  const { db, url } = await testDatabase(t);
  const folder = await temporaryFolder(t);
  const store = folderStore(folder);
  const queue = connectQueue({ redisUrl: undefined, databaseUrl: url }, silent);
  defer(t, () => queue.close());
  const tenantId = crypto.randomUUID();
  await db.insertInto('tenants').values({ id: tenantId, name: 'default' }).execute();

  const submit = async (bytes: Buffer, format: LogoFormat, recipe: Recipe) => {
    const renderId = await storeRender({ db, store, tenantId }, bytes, format, recipe);
    await queue.add([{ id: renderId, run: 1 }]);
    return renderId;
  };
  const stateOf = async (renderId: string) =>
    (await db.selectFrom('renders').select('state').where('id', '=', renderId).executeTakeFirstOrThrow()).state;

  const worker = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: { DATABASE_URL: url, OBJECT_FOLDER: folder, WORKER_PORT: '0', RENDER_TIMEOUT_SECONDS: '600' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  defer(t, async () => {
    worker.kill('SIGKILL');
    if (worker.exitCode === null) await once(worker, 'exit');
  });
  const [{ url: probes }] = await once(worker, 'message');
  const metrics = async () => (await fetch(`${probes}/metrics`)).text();
  return { db, worker, metrics, submit, stateOf };
}

/** The process that renders for a worker: of its children the one that has much memory, as the other is a shell. */
function renderProcessOf(workerId: number | undefined): number {
  const children = execFileSync('pgrep', ['-P', String(workerId)], { encoding: 'utf8' });
  const [largest = 0] = children
    .split('\n')
    .map(Number)
    .sort((a, b) => residentBytes(b) - residentBytes(a));
  return largest;
}

test('a render that is canceled elsewhere stops in its worker, which goes on with the next one', async (t) => {
  const { db, worker, metrics, submit, stateOf } = await startWorker(t);
  const { logo, recipe } = await heavy();
  const renderId = await submit(logo.bytes, logo.format, recipe);
  const busy = renderProcessOf(worker.pid);
  // The picture itself is a few megabytes; once it stays large, it is in the encoder, which takes a minute and heeds nothing.
  const isLarge = () => residentBytes(busy) >= 300 * 1024 * 1024;
  for (let looks = 0; looks < 50; looks = isLarge() ? looks + 1 : 0) await sleep(20);
  assert.equal(await stateOf(renderId), 'running');
  await db.transaction().execute((tx) => finishRender(tx, renderId, { type: 'canceled', data: {} }));
  await gone(busy);
  // The worker hears of it a moment later.
  let replaced: string | undefined;
  while (replaced === undefined) [, replaced] = /_replaced_total\{reason="(.+)"\} 1/.exec(await metrics()) ?? [];
  assert.equal(replaced, 'not-stopped', 'it ended by itself, and is too large to be kept');
  assert.equal(await stateOf(renderId), 'canceled');

  const next = await submit(SMALL.bytes, SMALL.format, variantRecipe({ width: 32 }));
  await until(async () => (await stateOf(next)) === 'succeeded');
});
