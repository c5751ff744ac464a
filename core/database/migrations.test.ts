import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isConcurrent, migrationFiles, readMigration, statementsOf } from './migrations.ts';

const MIGRATIONS = await Promise.all(
  (await migrationFiles()).map(async (name) => ({ name, text: await readMigration(name) })),
);

test('what runs outside of a transaction is indexes alone, and can be repeated', () => {
  for (const { name, text } of MIGRATIONS.filter((migration) => isConcurrent(migration.text))) {
    const statements = statementsOf(text).map((statement) => statement.replaceAll(/^--.*\n/gm, ''));
    for (const [index, statement] of statements.entries()) {
      const created = /^create (?:unique )?index concurrently (\w+) on /.exec(statement)?.[1];
      if (created === undefined) assert.match(statement, /^drop index concurrently if exists \w+$/, name);
      else assert.equal(statements[index - 1], `drop index concurrently if exists ${created}`, name);
    }
  }
});

test('an index of a table that an earlier migration made is built concurrently', () => {
  // What came before was written when there was no installation yet.
  for (const { name, text } of MIGRATIONS.filter((migration) => migration.name > '0030')) {
    for (const [, table] of text.matchAll(/^create (?:unique )?index \w+ on (\w+)/gm)) {
      assert.match(
        text,
        new RegExp(`^create table ${table} `, 'm'),
        `${name}: index concurrently, as ${table} may be large`,
      );
    }
  }
});
