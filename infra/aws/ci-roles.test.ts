import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCOUNT, runProgram } from '../testing/run-program.ts';
import { CiRoles } from './ci-roles.ts';
import type { Statement } from './policy.ts';

const STATE = { stateBucket: 'pulumi-state', stateKey: 'arn:aws:kms:::state' };

async function roles(state: typeof STATE) {
  const { resources } = await runProgram('prod', {}, () => {
    const { preview, deploy } = new CiRoles('ci', {
      account: ACCOUNT,
      environment: 'prod',
      repository: 'owner/name',
      rolePath: '/logomorph/prod/',
      ...state,
    });
    return { preview, deploy };
  });
  const of = (type: string, name: string) => {
    const found = resources.find((resource) => resource.type === `aws:iam/${type}` && resource.name === name);
    return Object(found?.inputs);
  };
  const statements = (text = '{"Statement":[]}'): Statement[] => JSON.parse(text).Statement;
  return {
    trust: (name: string) => statements(of('role:Role', name).assumeRolePolicy)[0],
    rights: (name: string) => statements(of('rolePolicy:RolePolicy', name).policy),
    path: (name: string) => of('role:Role', name).path,
    managed: resources
      .filter(({ type }) => type === 'aws:iam/rolePolicyAttachment:RolePolicyAttachment')
      .map(({ name }) => name),
  };
}

// Both before any test: they make their resources up in the same place.
const withState = await roles(STATE);
const without = await roles({ stateBucket: '', stateKey: '' });

describe('the roles of CI', () => {
  test('trust workflows of the one repository, each for its own reason', () => {
    for (const [name, reason] of [
      ['preview', 'pull_request'],
      ['deploy', 'environment:prod'],
    ] as const) {
      const trust = withState.trust(name);
      assert.deepEqual(trust?.Principal, { Federated: 'arn:aws:iam:::github' });
      assert.deepEqual(trust?.Condition, {
        StringEquals: {
          'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
          'token.actions.githubusercontent.com:sub': `repo:owner/name:${reason}`,
        },
      });
    }
  });

  test('are where no deploy can alter them', () => {
    const altered = withState.rights('deploy').filter(({ Action }) => /:(Create|Put|Attach)/.test(String(Action)));
    assert.equal(altered.length, 1);
    const [{ Resource } = assert.fail()] = altered;
    assert.equal(Resource, `arn:aws:iam::${ACCOUNT}:role/logomorph/prod/*`);
    for (const name of ['preview', 'deploy']) assert.equal(withState.path(name), '/logomorph-ci/prod/');
  });

  test('let a deploy give rights to roles within the boundary alone, and be nobody else', () => {
    const boundary = `arn:aws:iam::${ACCOUNT}:policy/logomorph-ci/prod/logomorph-prod-boundary`;
    const rights = withState.rights('deploy');
    const giving = rights.filter(({ Action }) => /(Create|AttachRole|PutRole)/.test(String(Action)));
    assert.deepEqual(
      giving.map(({ Condition }) => Condition),
      [{ StringEquals: { 'iam:PermissionsBoundary': boundary } }],
    );
    const actions = rights.filter(({ Effect }) => Effect === 'Allow').flatMap(({ Action }) => Action);
    for (const no of ['iam:DeleteRolePermissionsBoundary', 'iam:CreatePolicyVersion', 'sts:AssumeRole'])
      assert.ok(!actions.includes(no), no);
    assert.ok(rights.some(({ Effect, Action }) => Effect === 'Deny' && Action === 'sts:AssumeRole'));
  });

  test('let a preview look, and write nothing but the lock of the state', () => {
    assert.deepEqual(withState.managed, ['preview-SecurityAudit', 'preview-ViewOnlyAccess', 'deploy-PowerUserAccess']);
    const writes = withState
      .rights('preview')
      .filter(({ Action }) => [Action].flat().some((one) => !/:(Get|List|Decrypt)/.test(one)));
    assert.deepEqual(
      writes.map(({ Resource }) => Resource),
      ['arn:aws:s3:::pulumi-state/.pulumi/locks/*'],
    );
    assert.ok(withState.rights('preview').every(({ Resource }) => Resource !== '*'));
  });

  test('know of no state where it is elsewhere', () => {
    assert.deepEqual(without.rights('preview'), []);
    assert.equal(without.rights('deploy').length, 6);
  });
});
