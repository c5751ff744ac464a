import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { sql } from 'kysely';
import { newLogo, testApp } from '../testing/app.ts';
import { carryOut, settle } from '../testing/erasing.ts';
import { testIssuer } from '../testing/issuer.ts';

const LEEWAY = 10;

test('a stream ends with its token, and one of a token that goes on does not', async (t) => {
  const issuer = await testIssuer(t);
  const { app } = await testApp(t, { oidc: issuer.oidc });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const headers = await issuer.headers();
  const payload = { logoId: await newLogo({ app, headers }), recipe: completeRecipe('palette') };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const open = async (exp: number) => {
    const answer = await fetch(`${address}/v1/renders/${id}/events`, {
      headers: await issuer.headers({ exp }),
      signal: AbortSignal.timeout(15_000),
    });
    assert.equal(answer.status, 200);
    return answer;
  };
  const seconds = Math.floor(Date.now() / 1000);
  const ending = await open(seconds + 2 - LEEWAY);
  const lasting = await open(seconds + 60);
  assert.match(await ending.text(), /^event: queued$/m);
  const reader = lasting.body?.getReader();
  assert.equal((await reader?.read())?.done, false, 'the other one is open');
  await reader?.cancel();
});

test('a token of before its tenant was erased makes no new one while that goes on', async (t) => {
  const issuer = await testIssuer(t);
  let time = 0;
  const product = await testApp(t, { oidc: issuer.oidc, now: () => time });
  const headers = await issuer.headers();
  const ask = async () => (await product.app.inject({ url: '/v1/logos', headers })).statusCode;
  assert.equal(await ask(), 200);
  const { tenant_id: tenantId } = await product.db.selectFrom('identities').selectAll().executeTakeFirstOrThrow();
  const url = `/v1/tenant?confirm=${tenantId}`;
  assert.equal((await product.app.inject({ method: 'DELETE', url, headers })).statusCode, 202);
  await carryOut(product, { settleSeconds: 600 });
  time += 5000;
  assert.equal(await ask(), 401);
  await settle(product);
  await carryOut(product);
  time += 5000;
  assert.equal(await ask(), 200, 'whoever signs in later begins anew');
  const { rows } = await sql<{ id: string }>`select id from tenants`.execute(product.db);
  assert.ok(!rows.some(({ id }) => id === tenantId));
});

test('what a token may do is what its scopes say, and keys that it makes may do no more', async (t) => {
  const issuer = await testIssuer(t);
  const { app } = await testApp(t, { oidc: issuer.oidc });
  const post = async (claims: object, scopes: string[]) =>
    app.inject({
      method: 'POST',
      url: '/v1/keys',
      headers: await issuer.headers({ ...claims }),
      payload: { name: 'made by a user', scopes },
    });
  const member = await post({ org_id: 'org_1', org_role: 'org:member' }, ['read']);
  assert.equal(member.statusCode, 403);
  assert.equal(member.headers['www-authenticate'], 'Bearer realm="logomorph", error="insufficient_scope"');
  const admin = { org_id: 'org_1', scope: 'logomorph:admin logomorph:read' };
  assert.equal((await post(admin, ['render'])).statusCode, 403);
  const made = await post(admin, ['admin', 'read']);
  assert.equal(made.statusCode, 201);
  const headers = { authorization: `Bearer ${made.json().key}` };
  assert.equal((await app.inject({ url: '/v1/keys', headers })).json().items.length, 1);

  // Whoever signs in can make another.
  const url = `/v1/keys/${made.json().id}`;
  assert.equal((await app.inject({ method: 'DELETE', url, headers: await issuer.headers(admin) })).statusCode, 204);
});
