import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import type { QueueConfig } from '../queue/connect.ts';
import { requireRedisDatabase } from '../queue/redis-database.ts';
import { silent, testDatabase } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { listen } from '../testing/listen.ts';
import { connectRateStore, forgetEndedWindows, RATE_WINDOW, type RateStore } from './connect.ts';

// biome-ignore lint/style/noProcessEnv: where a real Redis is, is told this way
const { E2E_REDIS_URL: redisUrl, CI } = process.env;
const noRedis = redisUrl === undefined && CI !== 'true' && 'E2E_REDIS_URL is not set: no Redis to test with';

/** Seconds, more than a busy machine needs. */
const PATIENCE = 10;

test('replicas count together in Postgres', async (t) => {
  const { url } = await testDatabase(t);
  await countsTogether(t, () => connectRateStore({ redisUrl: undefined, databaseUrl: url }, silent, PATIENCE));
});

test('a window in Postgres ends by the clock of the database, and is then forgotten', async (t) => {
  const { db, url } = await testDatabase(t);
  const [one, other] = [0, 0].map(() => connectRateStore({ redisUrl: undefined, databaseUrl: url }, silent, PATIENCE));
  assert.ok(one !== undefined && other !== undefined);
  defer(t, async () => void (await Promise.all([one.close(), other.close()])));
  await one.count('k', 1);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 3_600_000 });
  const counted = await other.count('k', 1);
  assert.equal(counted.points, 2);
  assert.ok(counted.msLeft <= RATE_WINDOW * 1000, `${counted.msLeft}`);
  await forgetEndedWindows(db);
  assert.equal((await one.count('k', 1)).points, 3);
  await sql`update rate_limits set expire = extract(epoch from now()) * 1000`.execute(db);
  assert.equal((await one.count('k', 1)).points, 1, 'another window');
  await sql`update rate_limits set expire = extract(epoch from now()) * 1000`.execute(db);
  await forgetEndedWindows(db);
  assert.deepEqual((await sql`select from rate_limits`.execute(db)).rows, []);
});

test('who waited for another count in Postgres is told no more than a window', async (t) => {
  const { db, url } = await testDatabase(t);
  const store = connectRateStore({ redisUrl: undefined, databaseUrl: url }, silent, PATIENCE);
  defer(t, () => store.close());
  await store.count('k', 1);
  const waiting = await db.transaction().execute(async (tx) => {
    await sql`select from rate_limits for update`.execute(tx);
    const counting = store.count('k', 1);
    await sql`select pg_sleep(0.1)`.execute(tx);
    const end = sql`extract(epoch from clock_timestamp()) * 1000 + ${RATE_WINDOW * 1000}`;
    await sql`update rate_limits set expire = floor(${end})`.execute(tx);
    return { counting };
  });
  const { points, msLeft } = await waiting.counting;
  assert.equal(points, 2);
  assert.ok(msLeft <= RATE_WINDOW * 1000, `${msLeft}`);
});

test('replicas count together in Redis', { skip: noRedis }, async (t) => {
  await countsTogether(t, () => connectRateStore({ redisUrl, databaseUrl: 'postgres://unused' }, silent, PATIENCE));
});

test('a store that is down or does not answer says so', async () => {
  const silentServer = createServer(() => {});
  silentServer.listen(0, '127.0.0.1');
  await once(silentServer, 'listening');
  const address = silentServer.address();
  assert.ok(address !== null && typeof address === 'object');
  const at = `127.0.0.1:${address.port}`;
  for (const config of [
    { redisUrl: undefined, databaseUrl: `postgres://x@${at}/x` },
    { redisUrl: `redis://${at}`, databaseUrl: 'postgres://unused' },
    { redisUrl: 'redis://127.0.0.1:1', databaseUrl: 'postgres://unused' },
  ]) {
    const store = connectRateStore(config, silent);
    await assert.rejects(store.count('x', 1), config.databaseUrl);
    await store.close();
  }
  silentServer.close();
});

test('a Redis that cannot be had is told by what is wrong with it', async () => {
  const store = connectRateStore(
    { redisUrl: 'redis://127.0.0.1:1', databaseUrl: 'postgres://unused' },
    silent,
    PATIENCE,
  );
  await assert.rejects(store.count('x', 1), { code: 'ECONNREFUSED' });
  await assert.rejects(requireRedisDatabase('redis://127.0.0.1:1/1'), { code: 'ECONNREFUSED' });
  await store.close();
});

test('a store in Postgres that is warm has the connections that counts take, also after a pause', async (t) => {
  const { url } = await testDatabase(t);
  await isWarm(t, url, (way) => ({ redisUrl: undefined, databaseUrl: way }), 2);
});

test('so has one in Redis', { skip: noRedis }, async (t) => {
  await isWarm(t, redisUrl ?? '', (way) => ({ redisUrl: way, databaseUrl: 'postgres://unused' }));
});

test('a store that cannot be had keeps no program from starting', async (t) => {
  const port = await listen(
    t,
    createServer(() => {}),
  );
  for (const config of [
    { redisUrl: undefined, databaseUrl: `postgres://x@127.0.0.1:${port}/x` },
    { redisUrl: `redis://127.0.0.1:${port}`, databaseUrl: 'postgres://unused' },
    { redisUrl: 'redis://127.0.0.1:1', databaseUrl: 'postgres://unused' },
  ]) {
    const store = connectRateStore(config, silent);
    await store.warmUp();
    await store.close();
  }
});

async function isWarm(
  t: TestContext,
  to: string,
  configOf: (way: string) => QueueConfig,
  connections = 1,
): Promise<void> {
  const { hostname, port } = new URL(to);
  const seen = { connections: 0, answers: 0 };
  const way = createServer((socket) => {
    seen.connections += 1;
    const onward = connect(Number(port), hostname);
    for (const end of [socket, onward]) end.on('error', () => {});
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
    onward.on('data', () => {
      seen.answers += 1;
    });
    socket.pipe(onward).pipe(socket);
  });
  const url = Object.assign(new URL(to), { hostname: '127.0.0.1', port: String(await listen(t, way)) }).href;
  const store = connectRateStore(configOf(url), silent, PATIENCE);
  defer(t, () => store.close());
  assert.equal(seen.answers, 0);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  await store.warmUp();
  assert.equal(seen.connections, connections);
  assert.ok(seen.answers > 0);
  t.mock.timers.tick(60_000);
  t.mock.timers.reset();
  const counted = await Promise.all([1, 2].map(() => store.count(crypto.randomUUID(), 1)));
  for (const { points } of counted) assert.equal(points, 1);
  assert.equal(seen.connections, connections);
}

async function countsTogether(t: TestContext, connect: () => RateStore): Promise<void> {
  const [one, other] = [connect(), connect()];
  defer(t, async () => void (await Promise.all([one.close(), other.close()])));
  const key = crypto.randomUUID();
  const counted = await Promise.all([one.count(key, 3), other.count(key, 4), one.count(key, 1)]);
  assert.equal(Math.max(...counted.map(({ points }) => points)), 8);
  for (const { msLeft } of counted) assert.ok(msLeft > 0 && msLeft <= RATE_WINDOW * 1000, `${msLeft}`);
  assert.equal((await other.count(`${key}:other`, 1)).points, 1, 'keys are apart');
}
