import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import * as s3 from '@pulumi/aws/s3/index.js';
import * as pulumi from '@pulumi/pulumi';
import { holdsData } from '../data-holders.ts';
import { PROJECT_ROOT } from '../ops/paths.ts';
import { program } from '../program.ts';
import { runProgram, SUPPLIED, stackConfig } from '../testing/run-program.ts';
import { readReleases } from './releases.ts';
import { isStateful, lost, type Stateful, statefulOf } from './stateful.ts';

const releases = readReleases();
const statefulOfProgram = async (stack: string, run: () => object, given: Record<string, string> = {}) => {
  const { resources } = await runProgram(stack, stackConfig(stack, { ...SUPPLIED[stack], ...given }), run);
  return { resources, stateful: statefulOf(stack, resources) };
};

for (const stack of ['staging', 'prod'] as const) {
  const { resources, stateful } = await statefulOfProgram(stack, program);

  describe(`a stack ${stack} of a release before, brought to what there is now`, () => {
    for (const { version, [stack]: before } of releases) {
      test(`keeps all that held data in ${version}`, () => {
        assert.ok(before.length > 5);
        assert.deepEqual(lost(before, stateful), []);
      });

      test(`would lose what was called otherwise in ${version}`, () => {
        const renamed: Stateful[] = JSON.parse(
          JSON.stringify(before).replace('Instance::database', 'Instance::renders'),
        );
        const [problem = '', ...more] = lost(renamed, stateful);
        assert.match(problem, /Instance::renders would be deleted$/);
        assert.deepEqual(more, []);
      });
    }

    test('is known to lose all that rules of the policy pack keep', () => {
      const types = resources.map(({ type }) => type).filter(holdsData);
      assert.ok(types.length > 5);
      assert.deepEqual(
        types.filter((type) => !isStateful(type)),
        [],
      );
    });
  });
}

test('a bucket that a stack calls otherwise is one that is replaced', async () => {
  const [release = assert.fail('there is no release')] = releases;
  const { stateful } = await statefulOfProgram('prod', program, { s3Bucket: 'another-bucket' });
  const problems = lost(release.prod, stateful);
  assert.equal(problems.length, 1);
  assert.match(problems[0] ?? '', /Bucket::objects would be replaced: bucket is no more "logomorph-prod"$/);
});

test('what has another name, or is below another type, is kept where the program says what it was called', async () => {
  const bucket = (type: string, name: string, aliases: { type: string; name: string }[]) => () => {
    const own = aliases.map((alias) => ({ name: alias.name }));
    const above = aliases.map((alias) => ({ type: alias.type }));
    const parent = new pulumi.ComponentResource(type, 'above', {}, { aliases: above });
    return { bucket: new s3.Bucket(name, { bucket: 'the-same' }, { parent, aliases: own }).id };
  };
  const [before] = (await statefulOfProgram('local', bucket('test:old', 'old', []))).stateful;
  assert.equal(before?.urn, 'urn:pulumi:local::logomorph::test:old$aws:s3/bucket:Bucket::old');
  const { stateful: renamed } = await statefulOfProgram('local', bucket('test:new', 'new', []));
  assert.deepEqual(lost([before], renamed), [`${before.urn} would be deleted`]);
  const { stateful: aliased } = await statefulOfProgram(
    'local',
    bucket('test:new', 'new', [{ type: 'test:old', name: 'old' }]),
  );
  assert.deepEqual(lost([before], aliased), []);
});

test('the release that package.json names is kept', () => {
  const { version } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
  assert.ok(
    releases.some((release) => release.version === version),
    `keep it: CONTRIBUTING.md says how`,
  );
});
