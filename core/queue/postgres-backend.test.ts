import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresConnection } from 'bullmq';
import { sql } from 'kysely';
import { pino } from 'pino';
import { silent, testDatabase } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { silentProxy } from '../testing/silent-proxy.ts';
import { until } from '../testing/until.ts';
import { connectQueue, consumeJobs } from './connect.ts';
import { watchListener } from './postgres-backend.ts';

test('a queue whose Postgres went without a word says so, and is used once that answers', async (t) => {
  const proxy = await silentProxy(t, (await testDatabase(t)).url);
  const queue = connectQueue({ redisUrl: undefined, databaseUrl: proxy.url }, silent, 1);
  defer(t, () => queue.close());
  await queue.add([{ id: 'a', run: 1 }]);
  proxy.fallSilent();
  await assert.rejects(queue.counts(), /^Error: Query read timeout$/);
  // The pool may have had more than one connection.
  const counted = async (): Promise<number> => (await queue.counts().catch(() => undefined))?.waiting ?? counted();
  assert.equal(await counted(), 1);
});

test('a worker that Postgres let make no tables is quiet about it, and takes jobs once it does', async (t) => {
  const { db, url } = await testDatabase(t);
  const database = new URL(url).pathname.slice(1);
  const user = `kept_out_${database}`;
  await sql.raw(`create role ${user} login password 'x'`).execute(db);
  defer(t, () => sql.raw(`drop owned by ${user} cascade; drop role ${user}`).execute(db));
  const config = {
    redisUrl: undefined,
    databaseUrl: Object.assign(new URL(url), { username: user, password: 'x' }).href,
  };
  const failures: string[] = [];
  const logger = pino({}, { write: (line: string) => void failures.push(line) });
  const { promise: brought, resolve } = Promise.withResolvers<void>();
  const consumer = consumeJobs(config, async () => resolve(), logger);
  const queue = connectQueue(config, silent);
  defer(t, () => Promise.all([queue.close(), consumer.close()]));
  await assert.rejects(consumer.check(), /permission denied/);
  await sleep(200);
  assert.ok(failures.length > 0 && failures.length < 20, `${failures.length} lines`);
  await sql.raw(`grant create on database ${database} to ${user}`).execute(db);
  await queue.add([{ id: 'a', run: 1 }]);
  await brought;
});

for (const [what, breakIt] of [
  ['went without a word', 'silence'],
  ['takes no writes any more', 'demotion'],
] as const) {
  test(`a worker is notified by another connection when the server ${what}`, async (t) => {
    const proxy = await silentProxy(t, (await testDatabase(t)).url);
    const connection = new PostgresConnection({ connectionString: proxy.url, query_timeout: 500 });
    connection.on('error', () => {});
    defer(t, () => connection.close());
    watchListener(connection, 0.1);
    const before = await connection.getListenClient();
    if (breakIt === 'silence') proxy.fallSilent();
    else await before.query('set default_transaction_read_only = on');
    await until(async () => (await connection.getListenClient()) !== before);
    assert.deepEqual((await (await connection.getListenClient()).query('select 1 as one')).rows, [{ one: 1 }]);
  });
}
