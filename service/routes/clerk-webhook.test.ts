import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { Webhook } from 'standardwebhooks';
import { MAX_AGE } from '../live-cache.ts';
import { type TestApp, testApp } from '../testing/app.ts';
import { type TestIssuer, testIssuer } from '../testing/issuer.ts';
import { forgetReceivedWebhooks } from '../use-cases/identity-events.ts';

const SECRET = `whsec_${randomBytes(24).toString('base64')}`;

interface Sent {
  id?: string;
  at?: Date;
  secret?: string;
  body?: string;
  headers?: Record<string, string | undefined>;
}

/** The API with the webhook of an issuer; `send` sends as Svix does. */
async function clerk(t: TestContext, more: Parameters<typeof testApp>[1] = {}) {
  const issuer = await testIssuer(t);
  const product = await testApp(t, { oidc: issuer.oidc, clerkWebhookSecret: SECRET, ...more });
  const send = (
    event: object,
    { id = `msg_${randomBytes(8).toString('hex')}`, at = new Date(), ...sent }: Sent = {},
  ) => {
    const body = JSON.stringify(event);
    const signature = new Webhook(sent.secret ?? SECRET).sign(id, at, body);
    const headers = {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': `${Math.floor(at.getTime() / 1000)}`,
      'svix-signature': signature,
      ...sent.headers,
    };
    const given = Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));
    return product.app.inject({ method: 'POST', url: '/webhooks/clerk', headers: given, payload: sent.body ?? body });
  };
  return { issuer, product, send };
}

const event = (type: string, id: string) => ({ type, object: 'event', data: { id, object: type.split('.')[0] } });

const tenantsOf = async ({ db }: Pick<TestApp, 'db'>) =>
  (
    await db
      .selectFrom('tenants')
      .select('name')
      .where('name', '!=', 'default')
      .where('erased_at', 'is', null)
      .execute()
  ).map(({ name }) => name);

const statusOf = async ({ app }: TestApp, issuer: TestIssuer, claims: object) =>
  (await app.inject({ url: '/v1/renders', headers: await issuer.headers({ ...claims }) })).statusCode;

test('without its secret there is no such address', async (t) => {
  const { send } = await clerk(t, { clerkWebhookSecret: undefined });
  assert.equal((await send(event('user.created', 'user_1'))).statusCode, 404);
});

test('users and organisations that are created have a tenant before they come', async (t) => {
  const { issuer, product, send } = await clerk(t);
  const created = await send(event('user.created', 'user_1'));
  assert.equal(created.statusCode, 200, created.body);
  assert.equal((await send(event('organization.created', 'org_1'))).statusCode, 200);
  const { issuer: url } = issuer.oidc;
  const expected = [`organization org_1 of ${url}`, `user user_1 of ${url}`];
  assert.deepEqual((await tenantsOf(product)).sort(), expected);
  assert.equal(await statusOf(product, issuer, { sub: 'user_1' }), 200);
  assert.equal(await statusOf(product, issuer, { sub: 'user_1', org_id: 'org_1' }), 200);
  await Promise.all([1, 2, 3].map(() => send(event('user.created', 'user_1'))));
  assert.deepEqual((await tenantsOf(product)).sort(), expected, 'it is created once, however often that is told');
});

/** Made anew in each test: the times are of now. */
const forged = (): Record<string, Sent> => ({
  'by another secret': { secret: `whsec_${randomBytes(24).toString('base64')}` },
  'over another body': { body: JSON.stringify(event('user.created', 'user_2')) },
  'for another id': { headers: { 'svix-id': 'msg_other' } },
  'for another time': { headers: { 'svix-timestamp': `${Math.floor(Date.now() / 1000) + 1}` } },
  'six minutes ago': { at: new Date(Date.now() - 360_000) },
  'six minutes ahead': { at: new Date(Date.now() + 360_000) },
  'as none': { headers: { 'svix-signature': undefined } },
  'as nothing': { headers: { 'svix-signature': 'v1,' } },
  'by a scheme that is not taken': { headers: { 'svix-signature': 'v1a,AAAA' } },
  'without an id': { headers: { 'svix-id': undefined } },
  'without a time': { headers: { 'svix-timestamp': undefined } },
});
for (const what of Object.keys(forged())) {
  test(`a webhook that is signed ${what} has no effect`, async (t) => {
    const { product, send } = await clerk(t);
    const answer = await send(event('user.created', 'user_1'), forged()[what]);
    assert.equal(answer.statusCode, 400);
    assert.equal(answer.json().type, 'urn:logomorph:problem:invalid-signature');
    assert.deepEqual(await tenantsOf(product), []);
  });
}

test('one of several signatures is enough, as while a secret is changed', async (t) => {
  const { product, send } = await clerk(t);
  const [id, at] = ['msg_1', new Date()];
  const body = JSON.stringify(event('user.created', 'user_1'));
  const signature = `v1,${randomBytes(32).toString('base64')} ${new Webhook(SECRET).sign(id, at, body)}`;
  const answer = await send(event('user.created', 'user_1'), { id, at, headers: { 'svix-signature': signature } });
  assert.equal(answer.statusCode, 200);
  assert.equal((await tenantsOf(product)).length, 1);
});

test('what has no effect here is received, and what is not of its form or too large is refused', async (t) => {
  const { product, send } = await clerk(t);
  assert.equal((await send({ type: 'session.created', data: {} })).statusCode, 200);
  assert.equal((await send({ type: 'constructor', data: {} })).statusCode, 200);
  assert.equal((await send({ type: 'user.created', data: {} })).statusCode, 422);
  assert.equal((await send(event('user.created', 'a\0b'))).statusCode, 422);
  assert.equal((await send([])).statusCode, 422);
  assert.equal((await send({ type: 'user.created', data: { id: 'x'.repeat(300_000) } })).statusCode, 413);
  const form = await send({}, { headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  assert.equal(form.statusCode, 415);
  assert.deepEqual(await tenantsOf(product), []);
});

test('a deletion ends the tenant, its keys and its tokens, and nothing revives it', async (t) => {
  const clock = { now: 0 };
  const { issuer, product, send } = await clerk(t, { now: () => clock.now });
  const claims = { sub: 'user_1', org_id: 'org_1', org_role: 'org:admin' };
  const made = await product.app.inject({
    method: 'POST',
    url: '/v1/keys',
    headers: await issuer.headers(claims),
    payload: { name: 'of the organisation' },
  });
  const withKey = async () =>
    (await product.app.inject({ url: '/v1/renders', headers: { authorization: `Bearer ${made.json().key}` } }))
      .statusCode;
  assert.equal(await withKey(), 200);

  assert.equal((await send(event('organization.deleted', 'org_1'))).statusCode, 200);
  clock.now += MAX_AGE;
  assert.equal(await withKey(), 401);
  assert.equal(await statusOf(product, issuer, claims), 401);
  assert.equal(await statusOf(product, issuer, { sub: 'user_1' }), 200, 'its users go on for themselves');
  const erasures = await product.db.selectFrom('erasures').select(['subject_type', 'subject_id']).execute();
  assert.equal(erasures.length, 1);
  assert.equal(erasures[0]?.subject_type, 'tenant');

  await send(event('organization.created', 'org_1'));
  await send(event('organization.deleted', 'org_1'));
  clock.now += MAX_AGE;
  assert.equal(await statusOf(product, issuer, claims), 401, 'a creation that is told late does not revive it');
  assert.equal((await product.db.selectFrom('erasures').select('id').execute()).length, 1);

  await send(event('user.deleted', 'user_1'));
  clock.now += MAX_AGE;
  assert.equal(await statusOf(product, issuer, { ...claims, org_id: 'org_2' }), 401, 'nor does a user elsewhere');
});

test('a deletion that is told first wins', async (t) => {
  const { issuer, product, send } = await clerk(t);
  assert.equal((await send(event('user.deleted', 'user_1'))).statusCode, 200);
  assert.equal((await send(event('user.created', 'user_1'))).statusCode, 200);
  assert.equal(await statusOf(product, issuer, { sub: 'user_1' }), 401);
  assert.deepEqual(await tenantsOf(product), []);
});

test('a deletion among first requests and creations leaves nothing', async (t) => {
  const clock = { now: 0 };
  const { issuer, product, send } = await clerk(t, { now: () => clock.now });
  for (const sub of ['user_1', 'user_2', 'user_3', 'user_4']) {
    await Promise.all([
      send(event('user.created', sub)),
      statusOf(product, issuer, { sub }),
      send(event('user.deleted', sub)),
      send(event('user.created', sub)),
    ]);
    clock.now += MAX_AGE;
    assert.equal(await statusOf(product, issuer, { sub }), 401);
  }
  assert.deepEqual(await tenantsOf(product), []);
});

test('a webhook that comes again has no second effect, until it is forgotten', async (t) => {
  const { product, send } = await clerk(t);
  const received = () => product.db.selectFrom('received_webhooks').select('id').orderBy('id').execute();
  await Promise.all([1, 2, 3].map(() => send(event('user.created', 'user_1'), { id: 'msg_1' })));
  await send(event('user.created', 'user_2'), { id: 'msg_1' });
  assert.equal((await tenantsOf(product)).length, 1);
  await send(event('user.created', 'user_3'), { id: 'msg_2' });
  assert.deepEqual(await received(), [{ id: 'msg_1' }, { id: 'msg_2' }]);
  await product.db
    .updateTable('received_webhooks')
    .set({ received_at: sql`now() - interval '8 days'` })
    .where('id', '=', 'msg_1')
    .execute();
  await forgetReceivedWebhooks(product.db);
  assert.deepEqual(await received(), [{ id: 'msg_2' }]);
});

test('an effect that fails is not taken for one that was had', async (t) => {
  const { product, send } = await clerk(t);
  await sql`alter table tenants add constraint none check (name not like 'user %')`.execute(product.db);
  assert.equal((await send(event('user.created', 'user_1'), { id: 'msg_1' })).statusCode, 500);
  await sql`alter table tenants drop constraint none`.execute(product.db);
  assert.equal((await send(event('user.created', 'user_1'), { id: 'msg_1' })).statusCode, 200);
  assert.equal((await tenantsOf(product)).length, 1);
});
