import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { allStages, chooseStages, inTurn, testFiles, unitGroups } from './test-stages.ts';

const root = dirname(import.meta.dirname);
/** A hook of a file, not of a suite in it: in a process that files share it is one of all their tests. */
const HOOK_OF_ALL = /^(before|after)(Each)?\(/m;

test('files that share a process have no hooks for the tests of others', () => {
  const shared = [...unitGroups(root).values()].filter((files) => files.length > 1).flat();
  assert.ok(shared.includes('scripts/test-stages.test.ts'));
  assert.deepEqual(
    shared.filter((file) => HOOK_OF_ALL.test(readFileSync(join(root, file), 'utf8'))),
    [],
  );
  assert.match(readFileSync(join(root, 'standalone/postgres-tls.test.ts'), 'utf8'), HOOK_OF_ALL);
});

test('every unit test runs once', () => {
  const runs = chooseStages(allStages(root), ['unit']).flatMap((stage) => stage.runs);
  const files = runs.flatMap(({ args }) => args.filter((arg) => arg.endsWith('.test.ts')));
  assert.equal(new Set(files).size, files.length);
  for (const folder of ['service', 'infra', 'scripts']) {
    for (const file of testFiles(root, folder)) assert.ok(files.includes(file), file);
  }
});

test('a stage that does not exist is refused by name', () => {
  assert.throws(() => chooseStages(allStages(root), ['unti']), /no stage "unti"; there are lint, types, unit/);
});

test('what keeps one core busy runs beside the next stage, and all that was chosen runs', () => {
  const turns = (names: string[]) => inTurn(chooseStages(allStages(root), names)).map(({ name }) => name);
  assert.deepEqual(turns([]), ['lint', 'types and unit', 'e2e', 'promises', 'manifests and fuzz']);
  assert.deepEqual(turns(['lint', 'types']), ['lint', 'types']);
  const [both] = inTurn(chooseStages(allStages(root), ['types', 'unit']));
  assert.equal(both?.needsPostgres, true);
  assert.deepEqual(both?.runs.map(({ title }) => title).slice(0, 2), ['types', 'service/routes']);
});
