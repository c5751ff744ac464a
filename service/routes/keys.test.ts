import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../testing/app.ts';

test('a key is shown once, works, is listed without its secret, and ends when revoked', async (t) => {
  const { app, headers } = await testApp(t);
  const created = await app.inject({ method: 'POST', url: '/v1/keys', headers, payload: { name: 'website' } });
  assert.equal(created.statusCode, 201);
  const { id, key, prefix } = created.json();
  const withNew = { authorization: `Bearer ${key}` };

  const list = await app.inject({ url: '/v1/keys', headers: withNew });
  assert.deepEqual(
    list.json().items.map((item: { name: string }) => item.name),
    ['website', 'test'],
  );
  assert.ok(!list.body.includes(key));
  assert.ok(key.startsWith(`${prefix}_`));

  assert.equal((await app.inject({ method: 'DELETE', url: `/v1/keys/${id}`, headers })).statusCode, 204);
  const refused = await app.inject({ url: '/v1/keys', headers: withNew });
  assert.equal(refused.statusCode, 401);
  assert.equal(refused.json().type, 'urn:logomorph:problem:unauthorized');
});

test('only a hash of the secret is stored', async (t) => {
  const { app, db, headers } = await testApp(t);
  const { key } = (await app.inject({ method: 'POST', url: '/v1/keys', headers, payload: { name: 'x' } })).json();
  const secret = key.slice(key.lastIndexOf('_') + 1);
  const rows = await db.selectFrom('api_keys').selectAll().execute();
  for (const row of rows) {
    assert.equal(row.hash.length, 32);
    assert.ok(!JSON.stringify(row).includes(secret));
    assert.ok(!row.hash.includes(secret));
  }
});

test('without a valid key nothing under /v1 is told', async (t) => {
  const { app, headers } = await testApp(t);
  const wrong = `${headers.authorization.slice(0, -1)}${headers.authorization.endsWith('0') ? '1' : '0'}`;
  for (const authorization of [undefined, 'Bearer x', 'Basic abc', wrong]) {
    const sent = authorization === undefined ? {} : { authorization };
    const answer = await app.inject({ url: '/v1/renders', headers: sent });
    assert.equal(answer.statusCode, 401, String(authorization));
    assert.match(String(answer.headers['www-authenticate']), /^Bearer/);
  }
});

test("another tenant's key is neither listed nor revoked", async (t) => {
  const { app, headers, newKey } = await testApp(t);
  const other = await newKey('other');
  const [key] = (await app.inject({ url: '/v1/keys', headers: other.headers })).json().items;
  assert.equal((await app.inject({ method: 'DELETE', url: `/v1/keys/${key.id}`, headers })).statusCode, 404);
  assert.equal((await app.inject({ url: '/v1/keys', headers: other.headers })).statusCode, 200);
});
