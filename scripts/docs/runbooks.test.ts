import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { DASHBOARD } from '@logomorph/infra/observability/dashboard.ts';
import { checkExpression } from '@logomorph/infra/observability/testing/promql-check.ts';
import { KEYS } from '@logomorph/infra/setting-keys.ts';
import { codeOf, isSql } from './code.ts';

const ROOT = join(import.meta.dirname, '../..');
const pages = globSync(['docs/runbooks/*.md', 'docs/operations.md'], { cwd: ROOT }).map((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { name: basename(path), text, code: codeOf(text) };
});
const runbooks = pages.filter(({ name }) => name !== 'operations.md');

/** Fields of log lines, which look like settings. */
const LOG_FIELDS = ['tenantId', 'requestId'];

/** What the images of the API and the worker have, of all that is run in them. */
const IN_OUR_IMAGES = ['node', 'printenv'];

for (const { name, text, code } of runbooks)
  describe(name, () => {
    test('asks Prometheus for what there is', () => {
      const faults = code.filter((one) => /^[\w ()]*\(.*logomorph_/s.test(one)).flatMap(checkExpression);
      assert.deepEqual(faults, []);
    });

    test('names panels of the dashboard and settings of a stack', () => {
      const titles = DASHBOARD.rows.flatMap(({ panels }) => panels.map(({ title }) => title));
      const named = [...text.matchAll(/[Pp]anels? ("[^"]+"(?: and "[^"]+")*)/g)].flatMap(([, list = '']) =>
        list.slice(1, -1).split('" and "'),
      );
      const settings = code.flatMap((one) => /^[a-z]+(?:[A-Z]\w*)+/.exec(one) ?? []);
      assert.deepEqual(
        named.filter((one) => !titles.some((title) => title.startsWith(one))),
        [],
      );
      assert.deepEqual(
        settings.filter((one) => !(one in KEYS) && !LOG_FIELDS.includes(one)),
        [],
      );
    });

    test('says how a store is asked, where one is', () => {
      if (!code.some(isSql) && !text.includes('redis-cli')) return;
      assert.ok(text.includes('](../operations.md#reaching-the-stores)'));
    });
  });

test('what is run in pods of the API and the worker is in their images', () => {
  const commands = pages
    .flatMap(({ code }) => code)
    .flatMap((one) => [...one.matchAll(/exec (?:-it )?(\S+) -- (\S+)/g)])
    .filter(([, pod = '']) => pod !== 'stores' && !pod.startsWith('statefulset/'))
    .map(([, , command = '']) => command);
  assert.ok(commands.length > 4);
  assert.deepEqual(
    commands.filter((command) => !IN_OUR_IMAGES.includes(command)),
    [],
  );
  for (const { name, code } of runbooks)
    assert.deepEqual(
      code.filter((one) => /^(psql|redis-cli) |(^|\| *)nc /.test(one)),
      [],
      name,
    );
});
