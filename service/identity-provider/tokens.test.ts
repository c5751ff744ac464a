import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { type TestContext, test } from 'node:test';
import { exportSPKI, importJWK } from 'jose';
import { newLogo, testApp } from '../testing/app.ts';
import { AUDIENCE, testIssuer } from '../testing/issuer.ts';

/** The API, which takes the tokens of a local issuer. */
async function signedIn(t: TestContext, more: Parameters<typeof testApp>[1] = {}) {
  const issuer = await testIssuer(t);
  const product = await testApp(t, { oidc: issuer.oidc, ...more });
  const get = (token: string, url = '/v1/renders') =>
    product.app.inject({ url, headers: { authorization: `Bearer ${token}` } });
  return { issuer, product, get };
}

const seconds = () => Math.floor(Date.now() / 1000);
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a token of the issuer lets in, to a tenant that is made once', async (t) => {
  const { issuer, product } = await signedIn(t);
  const tokens = await Promise.all(Array.from({ length: 8 }, () => issuer.token()));
  const replica = await testApp(t, { oidc: issuer.oidc, database: product });
  const answers = await Promise.all(
    tokens.map((token, at) =>
      (at % 2 === 0 ? product : replica).app.inject({
        url: '/v1/renders',
        headers: { authorization: `Bearer ${token}` },
      }),
    ),
  );
  assert.deepEqual(new Set(answers.map(({ statusCode }) => statusCode)), new Set([200]));
  assert.equal(
    (await product.db.selectFrom('tenants').selectAll().where('name', 'like', 'user %').execute()).length,
    1,
  );
});

for (const alg of ['RS256', 'PS256', 'ES384', 'EdDSA']) {
  test(`a token that is signed by ${alg} is taken, and one of the type JWT`, async (t) => {
    const { issuer, get } = await signedIn(t);
    await issuer.rotate(alg);
    assert.equal((await get(await issuer.token())).statusCode, 200);
    assert.equal((await get(await issuer.token({}, { typ: 'JWT' }))).statusCode, 200);
  });
}

const BAD: Record<string, [claims: object, detail: RegExp]> = {
  'another issuer': [{ iss: 'https://evil.example.com' }, /claim iss/],
  'another audience': [{ aud: 'https://other.example.com' }, /claim aud/],
  'no audience': [{ aud: undefined }, /claim aud/],
  'no subject': [{ sub: undefined }, /claim sub/],
  'an empty subject': [{ sub: '' }, /not of its type/],
  'a subject that no database takes': [{ sub: 'a\0b' }, /not of its type/],
  'no expiry': [{ exp: undefined }, /claim exp/],
  'an expiry in the past': [{ exp: seconds() - 60 }, /has expired/],
  'a start in the future': [{ nbf: seconds() + 600 }, /claim nbf/],
  'a hash of an access token, which ID tokens have': [{ at_hash: 'x' }, /another party/],
};
for (const [what, [claims, detail]] of Object.entries(BAD)) {
  test(`a token with ${what} is refused, and the challenge says so`, async (t) => {
    const { issuer, get } = await signedIn(t);
    const answer = await get(await issuer.token({ ...claims }));
    assert.equal(answer.statusCode, 401);
    assert.equal(answer.json().type, 'urn:logomorph:problem:invalid-token');
    assert.match(answer.json().detail, detail);
    const challenge = `Bearer realm="logomorph", error="invalid_token", error_description="${answer.json().detail}"`;
    assert.equal(answer.headers['www-authenticate'], challenge);
    assert.equal((await get(await issuer.token())).statusCode, 200, 'a good one is taken');
  });
}

test('clocks may be a little apart', async (t) => {
  const { issuer, get } = await signedIn(t);
  assert.equal((await get(await issuer.token({ exp: seconds() - 3, nbf: seconds() + 3 }))).statusCode, 200);
});

test('a token without a signature, by a secret, or changed is refused', async (t) => {
  const { issuer, get } = await signedIn(t);
  await issuer.rotate('RS256');
  const [, payload = '', signature] = (await issuer.token()).split('.');
  const [ec, rsa] = issuer.publicKeys();
  const kid = rsa && 'kid' in rsa ? rsa.kid : '';
  const signed = `${base64url({ alg: 'HS256', typ: 'at+jwt', kid })}.${payload}`;
  const publicKey = await importJWK({ ...rsa });
  assert.ok(ec && publicKey instanceof CryptoKey);
  const hmac = createHmac('sha256', await exportSPKI(publicKey))
    .update(signed)
    .digest('base64url');
  for (const token of [
    `${base64url({ alg: 'none' })}.${payload}.`,
    `${base64url({ alg: 'none', kid })}.${payload}.${signature}`,
    `${signed}.${hmac}`,
    `${base64url({ alg: 'RS256', kid, typ: 'at+jwt' })}.${base64url({ sub: 'admin' })}.${signature}`,
    `${base64url({ alg: 'RS256', kid, crit: ['x'], x: 1 })}.${payload}.${signature}`,
    await issuer.token({}, { typ: 'logout+jwt' }),
    'a.b.c',
  ]) {
    const answer = await get(token);
    assert.equal(answer.statusCode, 401, token);
    assert.equal(answer.json().type, 'urn:logomorph:problem:invalid-token');
  }
});

test('where parties are named, a token must be made out for one of them', async (t) => {
  const issuer = await testIssuer(t);
  const oidc = { ...issuer.oidc, audiences: [], authorizedParties: ['https://app.example.com'] };
  const { app } = await testApp(t, { oidc });
  const status = async (claims: object) =>
    (await app.inject({ url: '/v1/renders', headers: await issuer.headers({ ...claims }) })).statusCode;
  assert.equal(await status({ azp: 'https://app.example.com', aud: undefined }), 200);
  assert.equal(await status({ client_id: 'https://app.example.com' }), 200);
  assert.equal(await status({ azp: 'https://evil.example.com', client_id: 'https://app.example.com' }), 401);
  assert.equal(await status({}), 401);
});

test('keys that rotate are found, and tokens by unknown ones make no flood of fetches', async (t) => {
  const { issuer, get } = await signedIn(t, { coolDown: 0 });
  assert.equal((await get(await issuer.token())).statusCode, 200);
  assert.deepEqual(issuer.asked, { discovery: 1, keys: 1 });
  await issuer.rotate();
  assert.equal((await get(await issuer.token())).statusCode, 200, 'the new key is found');
  assert.deepEqual(issuer.asked, { discovery: 2, keys: 2 });

  const cooling = await testApp(t, { oidc: issuer.oidc });
  const unknown = { authorization: `Bearer ${await issuer.token({}, { kid: 'unknown' })}` };
  for (let at = 0; at < 5; at += 1) {
    assert.equal((await cooling.app.inject({ url: '/v1/renders', headers: unknown })).statusCode, 401);
  }
  assert.equal(issuer.asked.keys, 3);
});

const NO_KEYS: Record<string, (response: ServerResponse) => void> = {
  'answers 500': (response) => response.writeHead(500).end(),
  'breaks off': (response) => response.destroy(),
  'answers without an end': (response) => {
    const more = () => {
      while (response.write(' '.repeat(65_536))) {}
    };
    response.on('drain', more);
    more();
  },
  'does not answer': () => {},
  'answers with no keys at all': (response) => response.end('{"keys":1}'),
  'sends elsewhere': (response) => response.writeHead(302, { location: '/other' }).end(),
};
for (const [what, answerKeys] of Object.entries(NO_KEYS)) {
  test(`an issuer that ${what} is a fault of ours, not of the token, and not asked each time`, async (t) => {
    const { issuer, product, get } = await signedIn(t);
    issuer.answerKeys = answerKeys;
    const token = await issuer.token();
    for (const answer of [await get(token), await get(token)]) {
      assert.equal(answer.statusCode, 503, answer.body);
      assert.equal(answer.json().type, 'urn:logomorph:problem:unavailable');
      assert.ok(Number(answer.headers['retry-after']) > 0);
    }
    if (what !== 'answers with no keys at all') assert.equal(issuer.asked.keys, 1);
    assert.equal((await product.app.inject({ url: '/v1/renders', headers: product.headers })).statusCode, 200);
  });
}

test('an issuer whose description is of another issuer is not believed', async (t) => {
  const issuer = await testIssuer(t);
  const { app } = await testApp(t, { oidc: { ...issuer.oidc, issuer: `${issuer.oidc.issuer}/` } });
  const headers = await issuer.headers({ iss: `${issuer.oidc.issuer}/` });
  assert.equal((await app.inject({ url: '/v1/renders', headers })).statusCode, 503);
  const named = await testApp(t, { oidc: { ...issuer.oidc, jwksUrl: `${issuer.oidc.issuer}/jwks` } });
  const answer = await named.app.inject({ url: '/v1/renders', headers: await issuer.headers() });
  assert.equal(answer.statusCode, 200, 'where the keys are named, nothing else is asked for');
  assert.equal(issuer.asked.discovery, 1);
});

test('without an identity provider a token is as good as any wrong key', async (t) => {
  const issuer = await testIssuer(t);
  const { app } = await testApp(t);
  const answer = await app.inject({ url: '/v1/renders', headers: await issuer.headers() });
  assert.equal(answer.json().type, 'urn:logomorph:problem:unauthorized');
  assert.equal(answer.headers['www-authenticate'], 'Bearer realm="logomorph"');
  assert.deepEqual(issuer.asked, { discovery: 0, keys: 0 });
});

test('an address that sends bad tokens is refused, and what is said of it has no token in it', async (t) => {
  const { issuer, get } = await signedIn(t, { rateLimits: { failedKeys: 2 } });
  const bad = await issuer.token({ aud: 'other' });
  for (const status of [401, 401, 429]) {
    const answer = await get(bad);
    assert.equal(answer.statusCode, status);
    assert.ok(!answer.body.includes(bad.slice(0, 20)) && !answer.body.includes('other'));
  }
});

test('users, organisations and keys see the things of their tenant alone', async (t) => {
  const { issuer, product } = await signedIn(t);
  const logoId = await newLogo({ app: product.app, headers: await issuer.headers({ sub: 'user_1' }) });
  const status = async (claims: object) =>
    (await product.app.inject({ url: `/v1/logos/${logoId}`, headers: await issuer.headers({ ...claims }) })).statusCode;
  assert.equal(await status({ sub: 'user_1' }), 200);
  assert.equal(await status({ sub: 'user_2' }), 404);
  assert.equal(await status({ sub: 'user_1', org_id: 'org_1' }), 404);
  assert.equal(await status({ sub: 'user_3', org_id: 'user_1' }), 404, 'an organisation is no user of that name');
  const { headers } = product;
  assert.equal((await product.app.inject({ url: `/v1/logos/${logoId}`, headers })).statusCode, 404);

  const shared = await newLogo({ app: product.app, headers: await issuer.headers({ sub: 'user_1', org_id: 'org_1' }) });
  const colleague = await issuer.headers({ sub: 'user_2', o: { id: 'org_1', rol: 'member' } });
  assert.equal((await product.app.inject({ url: `/v1/logos/${shared}`, headers: colleague })).statusCode, 200);
});

test('limits count a user by its tokens together, and answers are kept for its tenant', async (t) => {
  const { issuer, product } = await signedIn(t, { rateLimits: { perKey: 3 } });
  const post = async (payload: object) =>
    product.app.inject({
      method: 'POST',
      url: '/v1/renders',
      headers: { ...(await issuer.headers()), 'idempotency-key': 'same' },
      payload,
    });
  const logoId = await newLogo({ app: product.app, headers: await issuer.headers() });
  const recipe = { type: 'palette' };
  assert.equal((await post({ logoId, recipe })).headers['idempotency-replayed'], undefined);
  assert.equal((await post({ logoId, recipe })).headers['idempotency-replayed'], 'true');
  assert.equal((await post({ logoId, recipe })).statusCode, 429);
  const other = await issuer.headers({ sub: 'user_2', aud: [AUDIENCE, 'more'] });
  assert.equal((await product.app.inject({ url: '/v1/renders', headers: other })).statusCode, 200);
});
