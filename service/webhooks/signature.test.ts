import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';
import { newWebhookSecret, signWebhook } from './signature.ts';

const ID = '0199f0a4-6f1e-7c3a-9a53-6d2f1f0c9b11';
const BODY = '{"type":"render.succeeded","data":{"name":"Ärmel"}}';

/** Headers of now, since a receiver takes no others. */
function headersOf(secrets: string[], body = BODY) {
  const timestamp = Math.floor(Date.now() / 1000);
  return {
    'webhook-id': ID,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signWebhook(secrets, ID, timestamp, body),
  };
}

test('it is the signature of the test vector of the reference libraries', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const signed = signWebhook([secret], 'msg_p5jXN8AQM9LWM0D4loKWxJek', 1614265330, '{"test": 2432232314}');
  assert.equal(signed, 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
});

test('the reference library takes the signature, with each of the secrets', () => {
  const secrets = [newWebhookSecret(), newWebhookSecret()];
  const headers = headersOf(secrets);
  for (const secret of secrets) assert.deepEqual(new Webhook(secret).verify(BODY, headers), JSON.parse(BODY));
});

test('it takes neither another secret, nor another body, nor another id', () => {
  const secret = newWebhookSecret();
  const headers = headersOf([secret]);
  assert.throws(() => new Webhook(newWebhookSecret()).verify(BODY, headers), WebhookVerificationError);
  assert.throws(() => new Webhook(secret).verify(`${BODY} `, headers), WebhookVerificationError);
  assert.throws(
    () => new Webhook(secret).verify(BODY, { ...headers, 'webhook-id': 'other' }),
    WebhookVerificationError,
  );
});
