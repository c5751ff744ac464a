import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../testing/app.ts';
import { beginErasing } from '../testing/erasing.ts';
import { testIssuer } from '../testing/issuer.ts';

const read = ({ app }: Pick<TestApp, 'app'>, headers: TestApp['headers']) => app.inject({ url: '/v1/tenant', headers });

test('a key reads its own tenant and no other, until that is being erased', async (t) => {
  const product = await testApp(t, { now: () => 0 });
  const other = await product.newKey('other');
  for (const { tenantId, headers, name } of [
    { ...product, name: 'default' },
    { ...other, name: 'other' },
  ]) {
    const answer = await read(product, headers);
    assert.equal(answer.statusCode, 200, answer.body);
    const { createdAt, ...rest } = answer.json();
    assert.deepEqual(rest, { id: tenantId, name });
    assert.ok(Math.abs(Date.now() - Date.parse(createdAt)) < 60_000, createdAt);
  }
  await beginErasing(product.db, product.tenantId);
  // The key is still known here for a moment.
  assert.equal((await read(product, product.headers)).statusCode, 404);
  assert.equal((await read(product, other.headers)).json().id, other.tenantId);
});

test('it takes the scope read', async (t) => {
  const product = await testApp(t);
  const { headers } = await product.newKey('default', ['render', 'admin']);
  const answer = await read(product, headers);
  assert.equal(answer.statusCode, 403);
  assert.equal(answer.json().type, 'urn:logomorph:problem:insufficient-scope');
});

test('a token reads the tenant that it opens, by which that can be erased', async (t) => {
  const issuer = await testIssuer(t);
  const product = await testApp(t, { oidc: issuer.oidc });
  const headers = await issuer.headers();
  const { id, name } = (await read(product, headers)).json();
  assert.notEqual(id, product.tenantId);
  assert.match(name, /user_1/);
  const ofOrganization = await issuer.headers({ org_id: 'org_1' });
  assert.notEqual((await read(product, ofOrganization)).json().id, id);
  const url = `/v1/tenant?confirm=${id}`;
  assert.equal((await product.app.inject({ method: 'DELETE', url, headers })).statusCode, 202);
});
