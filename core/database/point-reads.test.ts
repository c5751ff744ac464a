import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { silent, testDatabase } from '../testing/database.ts';
import { defer } from '../testing/defer.ts';
import { connectPointReads } from './point-reads.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

test("reads that are under way together have each its own answer, and the fault of one is no other's", async (t) => {
  const { db, url } = await testDatabase(t);
  const reads = connectPointReads(url, silent);
  defer(t, () => reads.close());
  const half = sql<{ half: number }>`select 100 / ${0}::int as half where ${0}::int < 50`.compile(db);
  const answers = await Promise.allSettled([1, 0, 100, 4].map((by) => reads.rows('half', half, [by, by])));
  assert.deepEqual(
    answers.map((answer) => (answer.status === 'fulfilled' ? answer.value[0]?.half : 'failed')),
    [100, 'failed', undefined, 25],
  );
  assert.deepEqual(await reads.rows('half', half, [2, 2]), [{ half: 50 }]);
});

test('after the connection broke the next read has a new one', async (t) => {
  const { db, url } = await testDatabase(t);
  const reads = connectPointReads(url, silent);
  defer(t, () => reads.close());
  const self = sql<{ pid: number }>`select pg_backend_pid() as pid`.compile(db);
  const [first] = await reads.rows('self', self, []);
  const sleep = sql`select pg_sleep(60)`.compile(db);
  const underWay = reads.rows('sleep', sleep, []);
  const broken = assert.rejects(underWay, isDatabaseUnavailable);
  await sql`select pg_terminate_backend(${first?.pid})`.execute(db);
  await broken;
  const [again] = await reads.rows('self', self, []);
  assert.notEqual(again?.pid, first?.pid);
});

test('a database that is not there is told to each who asks, and asked again by the next', async (t) => {
  const { db } = await testDatabase(t);
  const reads = connectPointReads('postgres://x@127.0.0.1:1/x', silent);
  const one = sql`select 1`.compile(db);
  for (let time = 0; time < 2; time++) {
    const answers = await Promise.allSettled([reads.rows('one', one, []), reads.rows('one', one, [])]);
    for (const answer of answers) assert.ok(answer.status === 'rejected' && isDatabaseUnavailable(answer.reason));
  }
  await reads.close();
});
