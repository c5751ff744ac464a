import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '@logomorph/core/testing/database.ts';
import { sql } from 'kysely';
import { codeOf, isSql } from './code.ts';

const root = join(import.meta.dirname, '../..');

test('each statement of SQL that an operator is told can be run', async (t) => {
  const { db } = await testDatabase(t);
  let tried = 0;
  for (const page of ['docs/operations.md', ...globSync('docs/runbooks/*.md', { cwd: root })]) {
    for (const statement of codeOf(readFileSync(join(root, page), 'utf8')).filter(isSql)) {
      await sql
        .raw(`explain ${statement}`)
        .execute(db)
        .catch((error) => assert.fail(`${page}: ${statement}\n${error}`));
      tried += 1;
    }
  }
  assert.ok(tried >= 10, `${tried} statements were found`);
});
