import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { verifyWebhook } from './webhook.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`;
const payload = { type: 'render.succeeded', timestamp: '2026-11-24T08:00:00.000Z', sequence: 7, data: { name: 'ü' } };
const body = JSON.stringify(payload);
const now = Date.parse('2026-11-24T08:00:00Z');

function headersBy(...secrets: string[]): Record<string, string> {
  const signatures = secrets.map((one) => new Webhook(one).sign('msg_1', new Date(now), body));
  return { 'webhook-id': 'msg_1', 'webhook-timestamp': String(now / 1000), 'webhook-signature': signatures.join(' ') };
}

test('what another library of Standard Webhooks signed is taken, as text and as bytes', async () => {
  assert.deepEqual(await verifyWebhook({ secret, headers: headersBy(secret), body, now }), payload);
  const headers = new Headers(headersBy(other, secret));
  assert.deepEqual(await verifyWebhook({ secret, headers, body: Buffer.from(body), now }), payload);
  const named = Object.fromEntries(
    Object.entries(headersBy(secret)).map(([name, value]) => [name.toUpperCase(), [value]]),
  );
  assert.deepEqual(await verifyWebhook({ secret, headers: named, body, now }), payload);
});

test('what is signed by another key, changed, old, of the future or not signed is refused', async () => {
  const headers = headersBy(secret);
  const refused = async (change: Partial<Parameters<typeof verifyWebhook>[0]>, message: RegExp) =>
    assert.rejects(verifyWebhook({ secret, headers, body, now, ...change }), message);
  await refused({ secret: other }, /signature/);
  await refused({ body: body.replace('7', '8') }, /signature/);
  await refused({ headers: { ...headers, 'webhook-id': 'msg_2' } }, /signature/);
  await refused({ headers: { ...headers, 'webhook-signature': 'v1,!!! v2,x v1a' } }, /signature/);
  await refused({ now: now + 301_000 }, /too old/);
  await refused({ now: now - 301_000 }, /of another time/);
  await refused({ headers: { ...headers, 'webhook-timestamp': 'soon' } }, /of another time/);
  await refused({ headers: {} }, /not signed/);
});

test('the type of an event tells what its data has', async () => {
  const event = await verifyWebhook({ secret, headers: headersBy(secret), body, now });
  const told = (): string => {
    if (event.type === 'webhook.disabled') return event.data.reason;
    return event.type === 'webhook.test' ? event.data.url : event.data.state;
  };
  // @ts-expect-error: of no other event it is known
  const unknown: string = event.data.reason;
  assert.deepEqual([told(), unknown], [undefined, undefined]);
});

test('a body that was parsed, and a secret that is not there, are told', async () => {
  const headers = {};
  await assert.rejects(verifyWebhook({ secret, headers, body: JSON.parse(body) }), /as they came/);
  for (const none of ['', 'whsec_', Reflect.get({}, 'WEBHOOK_SECRET')])
    await assert.rejects(
      verifyWebhook({ secret: none, headers, body: '{}' }),
      /^TypeError: secret is that of the endpoint/,
    );
});
