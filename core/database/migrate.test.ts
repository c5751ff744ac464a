import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { silent, testDatabase } from '../testing/database.ts';
import { connectDatabase } from './connect.ts';
import { migrate } from './migrate.ts';

test('programs that start together migrate once', async (t) => {
  const { db, url } = await testDatabase(t);
  await sql`drop schema public cascade`.execute(db);
  await sql`create schema public`.execute(db);
  const others = [1, 2, 3].map(() => connectDatabase(url, silent));
  const ran = await Promise.all(others.map(migrate));
  await Promise.all(others.map((other) => other.destroy()));
  assert.equal(ran.filter((names) => names.length > 0).length, 1);
  assert.deepEqual(await migrate(db), []);
});
