import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { type TestContext, test } from 'node:test';
import { silent, testDatabase } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { connectRateStore, RATE_WINDOW, type RateStore } from './connect.ts';

// biome-ignore lint/style/noProcessEnv: where a real Redis is, is told this way
const { E2E_REDIS_URL: redisUrl, CI } = process.env;
const noRedis = redisUrl === undefined && CI !== 'true' && 'E2E_REDIS_URL is not set: no Redis to test with';

/** Seconds, more than a busy machine needs. */
const PATIENCE = 10;

test('replicas count together in Postgres', async (t) => {
  const { url } = await testDatabase(t);
  await countsTogether(t, () => connectRateStore({ redisUrl: undefined, databaseUrl: url }, silent, PATIENCE));
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

async function countsTogether(t: TestContext, connect: () => RateStore): Promise<void> {
  const [one, other] = [connect(), connect()];
  defer(t, async () => void (await Promise.all([one.close(), other.close()])));
  const key = crypto.randomUUID();
  const counted = await Promise.all([one.count(key, 3), other.count(key, 4), one.count(key, 1)]);
  assert.equal(Math.max(...counted.map(({ points }) => points)), 8);
  for (const { msLeft } of counted) assert.ok(msLeft > 0 && msLeft <= RATE_WINDOW * 1000, `${msLeft}`);
  assert.equal((await other.count(`${key}:other`, 1)).points, 1, 'keys are apart');
}
