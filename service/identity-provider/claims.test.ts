import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Claims, organizationOf, scopesOf } from './claims.ts';

const claims = (more: Partial<Claims>): Claims => ({ sub: 'user_1', exp: 0, ...more });
const ALL = ['read', 'render', 'admin'];

const SCOPES: [what: string, more: Partial<Claims>, scopes: string[]][] = [
  ['scopes that are named', { scope: 'openid logomorph:read' }, ['read']],
  ['scopes in a list', { scp: ['logomorph:read', 'logomorph:render'] }, ['read', 'render']],
  ['permissions', { scope: 'openid', permissions: ['logomorph:admin'] }, ['admin']],
  ['permissions of an organisation', { org_id: 'o', org_permissions: ['org:logomorph:render'] }, ['render']],
  ['scopes that are named, whatever the role', { scope: 'logomorph:read', org_id: 'o', org_role: 'admin' }, ['read']],
  ['no scopes of ours', { scope: 'openid profile read admin' }, ALL],
  ['a user who acts alone', {}, ALL],
  ['an administrator', { org_id: 'o', org_role: 'org:admin' }, ALL],
  ['an administrator, as the second version writes it', { o: { id: 'o', rol: 'admin' } }, ALL],
  ['a member', { org_id: 'o', org_role: 'org:member' }, ['read', 'render']],
  ['a member whose role only ends like it', { org_id: 'o', org_role: 'org:noadmin' }, ['read', 'render']],
  ['a member without a role', { o: { id: 'o' } }, ['read', 'render']],
  ['a role without an organisation', { org_role: 'org:member' }, ALL],
];
for (const [what, more, scopes] of SCOPES) {
  test(`${what}: ${scopes.join(', ')}`, () => assert.deepEqual(scopesOf(claims(more)), scopes));
}

test('an organisation is told in both ways', () => {
  assert.equal(organizationOf(claims({})), undefined);
  assert.equal(organizationOf(claims({ org_id: 'a' })), 'a');
  assert.equal(organizationOf(claims({ o: { id: 'b' } })), 'b');
});
