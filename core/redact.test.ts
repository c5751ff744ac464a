import assert from 'node:assert/strict';
import { test } from 'node:test';
import { redactSecrets } from './redact.ts';

test('secrets are cut out of text, and what names them stays', () => {
  for (const [text, expected] of [
    [`no key lm_${'0a'.repeat(8)}_${'b1'.repeat(24)}Ab3dE6 here`, `no key lm_${'0a'.repeat(8)}_[redacted] here`],
    ['of whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw+/=', 'of whsec_[redacted]'],
    ['at postgres://user:hunter2@db:5432/x', 'at postgres://[redacted]@db:5432/x'],
    ['at rediss://:hun/t@er2@redis', 'at rediss://[redacted]@redis'],
    ['Authorization: Bearer abc.defgh, Basic dTpwYXNz', 'Authorization: Bearer [redacted], Basic [redacted]'],
    ['jwt eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln.', 'jwt [redacted].'],
    ['https://s3/x?X-Amz-Signature=abc&X-Amz-Date=1', 'https://s3/x?X-Amz-Signature=[redacted]&X-Amz-Date=1'],
    ['host=db user=u password=hunter2 port=5', 'host=db user=u password=[redacted] port=5'],
  ] as const) {
    assert.equal(redactSecrets(text), expected);
  }
});

test('what is no secret stays', () => {
  for (const text of [
    'GET /v1/renders/:renderId 404',
    `lm_${'0a'.repeat(8)} is a prefix`,
    'see https://example.com/a@b and http://127.0.0.1:4000',
    'the bearer of this, basic as it is',
  ]) {
    assert.equal(redactSecrets(text), text);
  }
});

test('a line of JSON stays one', () => {
  const line = JSON.stringify({ a: 'Bearer x"y', b: 'redis://u:p"@h', c: 'password=a\\b', d: 'token=x' });
  assert.deepEqual(Object.keys(JSON.parse(redactSecrets(line))), ['a', 'b', 'c', 'd']);
});
