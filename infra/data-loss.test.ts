import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayBeLost, parseDataLossAllowed, unprotected } from './data-loss.ts';
import { program } from './program.ts';
import { kindOf, runProgram, SUPPLIED, stackConfig } from './testing/run-program.ts';

const URN = 'urn:pulumi:prod::logomorph::logomorph:platform:Platform$aws:rds/instance:Instance::database';

test('what may be lost is read as URNs with their last days', () => {
  assert.deepEqual(parseDataLossAllowed(''), []);
  assert.deepEqual(parseDataLossAllowed(`${URN}@2026-12-31,urn:pulumi:b@2027-01-01`), [
    { urn: URN, until: '2026-12-31' },
    { urn: 'urn:pulumi:b', until: '2027-01-01' },
  ]);
});

test('the day itself is the last', () => {
  const allowed = [{ urn: URN, until: '2026-12-31' }];
  assert.ok(mayBeLost(URN, allowed, '2026-12-31'));
  assert.ok(!mayBeLost(URN, allowed, '2027-01-01'));
  assert.ok(!mayBeLost(`${URN}-2`, allowed, '2026-12-31'));
});

test('the protection is taken off what is named, that of the cloud too, and off nothing else', () => {
  const transform = unprotected([{ urn: URN, until: '2026-12-31' }], '2026-12-31');
  const resource = Object.create(null);
  const of = (type: string, name: string) =>
    transform({ resource, type, name, props: { deletionProtection: true, size: 1 }, opts: { protect: true } });
  assert.deepEqual(of('aws:rds/instance:Instance', 'database'), {
    props: { deletionProtection: false, size: 1 },
    opts: { protect: false, retainOnDelete: false },
  });
  assert.equal(of('aws:rds/instance:Instance', 'base'), undefined);
  assert.equal(of('rds/instance:Instance', 'database'), undefined);
  assert.equal(
    unprotected(
      [{ urn: URN, until: '2026-12-30' }],
      '2026-12-31',
    )({
      resource,
      type: 'aws:rds/instance:Instance',
      name: 'database',
      props: {},
      opts: {},
    }),
    undefined,
  );
});

test('a program protects what holds data, but what its config says may be lost', async () => {
  const end = 'logomorph:kubernetes:RestrictedNamespace$kubernetes:core/v1:Namespace::namespace';
  const urn = `urn:pulumi:prod::logomorph::logomorph:platform:Platform$${end}`;
  for (const [day, protect] of [
    ['2999-12-31', false],
    ['2020-12-31', true],
  ] as const) {
    const config = stackConfig('prod', { ...SUPPLIED.prod, dataLossAllowed: `${urn}@${day}` });
    const { resources } = await runProgram('prod', config, program);
    assert.equal(resources.find((one) => kindOf(one) === 'Namespace')?.opts.protect, protect);
  }
});
