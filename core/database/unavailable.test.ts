import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testDatabase } from '../testing/database.ts';
import { isDatabaseUnavailable } from './unavailable.ts';

test('a Postgres without room on its disk, or that ended an idle session, is tried again later, and a query that is wrong is not', async (t) => {
  const { db } = await testDatabase(t);
  const raised = (code: string) =>
    sql`do ${sql.raw(`$$ begin raise exception 'x' using errcode = '${code}'; end $$`)}`.execute(db).then(
      () => assert.fail('nothing was raised'),
      (error: unknown) => isDatabaseUnavailable(error),
    );
  assert.equal(await raised('53100'), true);
  // A server may end sessions and transactions that are idle.
  for (const code of ['57P05', '25P03', '25P04']) assert.equal(await raised(code), true, code);
  assert.equal(await raised('23505'), false);
});
