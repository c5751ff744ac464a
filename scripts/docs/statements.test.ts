import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '@logomorph/core/testing/database.ts';
import { sql } from 'kysely';

const root = join(import.meta.dirname, '../..');

/** The statements of SQL in a page: those in a block of their own, and those in a line. */
function statementsIn(markdown: string): string[] {
  const blocks = markdown.matchAll(/^ *```sql\n(.+?)^ *```/gms);
  const inLines = markdown.matchAll(/`((?:select|update|delete|insert)\s[^`]+)`/g);
  return [...blocks, ...inLines].map(([, statement = '']) => statement);
}

test('each statement of SQL that an operator is told can be run', async (t) => {
  const { db } = await testDatabase(t);
  let tried = 0;
  for (const page of ['docs/operations.md', ...globSync('docs/runbooks/*.md', { cwd: root })]) {
    for (const statement of statementsIn(readFileSync(join(root, page), 'utf8'))) {
      await sql
        .raw(`explain ${statement}`)
        .execute(db)
        .catch((error) => assert.fail(`${page}: ${statement}\n${error}`));
      tried += 1;
    }
  }
  assert.ok(tried >= 10, `${tried} statements were found`);
});
