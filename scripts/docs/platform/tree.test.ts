import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PASSWORD, SUPPLIED } from '@logomorph/infra/testing/run-program.ts';
import { brief } from './brief.ts';
import { resourcesOf, STACKS } from './programs.ts';
import { resourcesDocument } from './tree.ts';

for (const stack of STACKS)
  describe(`the resources of ${stack}`, () => {
    test('are each on one line, below their component', async () => {
      const resources = await resourcesOf(stack);
      const lines = (await resourcesDocument(stack)).split('\n').filter((line) => /^ *[\w:]+:/.test(line));
      assert.equal(lines.length, resources.length);
      for (const { type, name } of resources)
        assert.ok(
          lines.some((line) => `${line} `.trimStart().startsWith(`${type} ${name} `)),
          name,
        );
      assert.ok(lines.some((line) => line.startsWith('    kubernetes:apps/v1:Deployment api ')));
    });

    test('show the options and what a reader looks for first', async () => {
      const text = await resourcesDocument(stack);
      assert.match(text, /Deployment api \[.*deletedWith=Namespace\/namespace.*limits=\{cpu=500m memory=512Mi\}/);
      assert.match(text, /:Api api \[dependsOn=Migrations\/migrations\]/);
      assert.equal(/:Namespace namespace \[protect/.test(text), stack !== 'local');
    });

    test('tell no secret, and name each', async () => {
      const text = await resourcesDocument(stack);
      const secrets = [PASSWORD, SUPPLIED[stack]?.secretsKey ?? assert.fail('there is no key')];
      for (const secret of secrets) assert.ok(!text.includes(secret));
      const names = /core\/v1:Secret app .*names=\[.*DATABASE_URL .*SECRETS_KEY\]/;
      assert.equal(names.test(text), stack === 'local');
      assert.equal(/:SecretVersion app .*secretString=\[secret\]/.test(text), stack !== 'local');
      assert.equal(text.includes('authToken=[secret]'), stack !== 'local');
    });
  });

test('a value that is too long shows that it changes, where it does', () => {
  const long = 'x'.repeat(100);
  const shown = (last: string) => brief({ deep: { one: long, two: [`${long}${last}`, 2] }, few: { a: true } }, 2);
  assert.match(shown('a'), /^\{deep=\{one=(#\w{8}) two=(#\w{8})\} few=\{a=true\}\}$/);
  const [before, after] = [shown('a').split(' '), shown('b').split(' ')];
  assert.equal(before[0], after[0]);
  assert.notEqual(before[1], after[1]);
  assert.equal(brief({ b: 1, a: [long] }, 1), brief({ a: [long], b: 1 }, 1));
});
