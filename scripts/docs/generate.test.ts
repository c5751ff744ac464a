import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { OTHER_VARIABLES } from './configuration.ts';
import { DOCUMENTS } from './documents.ts';
import { table } from './markdown.ts';
import { settingsTable } from './platform/settings.ts';

const ROOT = join(import.meta.dirname, '../..');
const REFRESH = 'refresh it: node_modules/.bin/npm run docs';

for (const [path, make] of Object.entries(DOCUMENTS)) {
  test(`${path} is what its sources say`, async () => {
    assert.equal(readFileSync(join(ROOT, path), 'utf8'), await make(), `${path} is out of date; ${REFRESH}`);
  });
}

test('every variable of ours that is read outside of the programs is described', () => {
  const files = globSync('{standalone,infra/ops}/**/*.ts', { cwd: ROOT }).filter(
    (path) => !/\.test\.ts$|testing|node_modules/.test(path),
  );
  const used = files.flatMap((path) => readFileSync(join(ROOT, path), 'utf8').match(/(?<=env\.)LOGOMORPH_\w+/g) ?? []);
  const described = Object.values(OTHER_VARIABLES).flatMap((rows) => rows.map(([name]) => name));
  assert.deepEqual([...new Set(used)].sort(), described.sort());
});

test('every setting is read in one of the stacks that the reference of settings looks at', async () => {
  const rows = (await settingsTable()).split('\n').slice(2);
  assert.deepEqual(
    rows.filter((row) => row.split(/(?<!\\)\|/)[4]?.trim() === ''),
    [],
    'add to VARIANTS in scripts/docs/platform/settings.ts what makes it matter',
  );
});

test('a bar in a cell does not end it', () => {
  assert.equal(table(['a', 'b'], [['x|y', 'z']]), '| a | b |\n| --- | --- |\n| x\\|y | z |');
});
