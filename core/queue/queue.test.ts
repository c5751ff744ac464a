import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { silent, testDatabase } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { connectQueue, consumeJobs, type QueueConfig } from './connect.ts';

// biome-ignore lint/style/noProcessEnv: where a real Redis is, is told this way
const { E2E_REDIS_URL: redisUrl, CI } = process.env;
const noRedis = redisUrl === undefined && CI !== 'true' && 'E2E_REDIS_URL is not set: no Redis to test with';

test('a queue in Postgres brings jobs', async (t) => {
  const { url } = await testDatabase(t);
  await bringsJobs({ redisUrl: undefined, databaseUrl: url });
  await bringsInOrder({ redisUrl: undefined, databaseUrl: url });
});

test('a consumer whose Redis is down says so, and stops', async () => {
  const program = join(import.meta.dirname, 'testing/consume-without-redis.ts');
  await promisify(execFile)(process.execPath, [program], { timeout: 15_000 });
});

test('a queue in Redis brings jobs', { skip: noRedis }, async () => {
  await bringsJobs({ redisUrl, databaseUrl: 'postgres://unused' });
  await bringsInOrder({ redisUrl, databaseUrl: 'postgres://unused' });
});

test('a queue whose Redis is down says so within seconds', async () => {
  const queue = connectQueue({ redisUrl: 'redis://127.0.0.1:1', databaseUrl: 'postgres://unused' }, silent);
  await assert.rejects(queue.add([firstRun('x')]));
  await queue.close();
});

test('a queue whose Redis may throw jobs away is not fit', { skip: noRedis }, async (t) => {
  const redis = new Redis(redisUrl ?? '');
  const queue = connectQueue({ redisUrl, databaseUrl: 'postgres://unused' }, silent);
  defer(t, async () => {
    await redis.config('SET', 'maxmemory-policy', 'noeviction');
    redis.disconnect();
    await queue.close();
  });
  await redis.config('SET', 'maxmemory-policy', 'allkeys-lru');
  await assert.rejects(queue.check(), /^Unfit: its Redis has maxmemory-policy allkeys-lru/);
  await redis.config('SET', 'maxmemory-policy', 'noeviction');
  await queue.check();
});

test('a queue is not in another database of its Redis than the URL says', { skip: noRedis }, async (t) => {
  const at = (number: string) => {
    const queue = connectQueue({ redisUrl: `${redisUrl}/${number}`, databaseUrl: 'postgres://unused' }, silent);
    defer(t, () => queue.close());
    return queue;
  };
  await at('1').check();
  for (const number of ['99', 'jobs']) {
    await assert.rejects(at(number).check(), { name: 'Unfit', message: `its Redis has no database ${number}` });
    await assert.rejects(at(number).add([{ id: 'a', run: 1 }]), { name: 'Unfit' });
  }
});

test('a Redis that refuses for another reason is not said to lack the database', { skip: noRedis }, async (t) => {
  const redis = new Redis(redisUrl ?? '');
  const url = Object.assign(new URL(redisUrl ?? ''), { username: 'kept-out', password: 'secret', pathname: '/1' });
  await redis.acl('SETUSER', url.username, 'on', `>${url.password}`, '~*', '+@all', '-select');
  const queue = connectQueue({ redisUrl: url.href, databaseUrl: 'postgres://unused' }, silent);
  defer(t, async () => {
    await queue.close();
    await redis.acl('DELUSER', url.username);
    redis.disconnect();
  });
  await assert.rejects(queue.check(), /^ReplyError: NOPERM/);
});

test('a queue that was opened before its Redis was up is used once it is', { skip: noRedis }, async () => {
  const { hostname, port } = new URL(redisUrl ?? '');
  const proxy = createServer((socket) => socket.pipe(connect(Number(port), hostname)).pipe(socket));
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  assert.ok(address !== null && typeof address === 'object');
  proxy.close();
  await once(proxy, 'close');

  const queue = connectQueue(
    { redisUrl: `redis://127.0.0.1:${address.port}`, databaseUrl: 'postgres://unused' },
    silent,
  );
  await assert.rejects(queue.counts());
  proxy.listen(address.port, '127.0.0.1');
  await once(proxy, 'listening');
  await queue.counts();
  await queue.close();
  proxy.close();
});

const firstRun = (id: string) => ({ id, run: 1 });

/** The same promises on either backend: once each, again after a failure, and nothing kept after the end. */
async function bringsJobs(config: QueueConfig): Promise<void> {
  const queue = connectQueue(config, silent);
  const [good, flaky] = [crypto.randomUUID(), crypto.randomUUID()];
  await queue.add([good, flaky].map(firstRun));
  await queue.add([firstRun(good)]);
  assert.ok(await queue.holds(firstRun(good)));

  const seen: string[] = [];
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const consumer = consumeJobs(
    config,
    async ({ renderId }) => {
      seen.push(renderId);
      if (renderId === flaky && seen.filter((id) => id === flaky).length === 1) throw new Error('not this time');
      if (seen.length === 3) resolve();
    },
    silent,
  );
  await done;
  await consumer.check();
  await consumer.close();
  assert.deepEqual(seen.sort(), [good, flaky, flaky].sort());
  assert.equal(await queue.holds(firstRun(good)), false);
  assert.equal(await queue.holds(firstRun(crypto.randomUUID())), false);
  await queue.close();
}

/** What came in first is brought first; all of it counts as waiting. */
async function bringsInOrder(config: QueueConfig): Promise<void> {
  const queue = connectQueue(config, silent);
  const asked = Array.from({ length: 6 }, () => firstRun(crypto.randomUUID()));
  const before = (await queue.counts()).waiting;
  for (const start of [0, 2, 4]) await queue.add(asked.slice(start, start + 2));
  assert.equal((await queue.counts()).waiting, before + asked.length);
  const seen: string[] = [];
  const { promise: done, resolve } = Promise.withResolvers<void>();
  const consumer = consumeJobs(
    config,
    async ({ renderId }) => {
      if (asked.some(({ id }) => id === renderId)) seen.push(renderId);
      if (seen.length === asked.length) resolve();
    },
    silent,
  );
  await done;
  await consumer.close();
  assert.deepEqual(
    seen,
    asked.map(({ id }) => id),
  );
  await queue.close();
}
