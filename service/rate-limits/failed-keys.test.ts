import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createFailedKeys, MAX_ADDRESSES } from './failed-keys.ts';

test('an address waits for the rest of a minute after as many failures as the limit', () => {
  const clock = { now: 0 };
  const failed = createFailedKeys(2, () => clock.now);
  failed.note('192.0.2.1');
  assert.equal(failed.msToWait('192.0.2.1'), 0);
  clock.now = 10_000;
  failed.note('192.0.2.1');
  assert.equal(failed.msToWait('192.0.2.1'), 50_000);
  assert.equal(failed.msToWait('192.0.2.2'), 0);
  clock.now = 60_000;
  assert.equal(failed.msToWait('192.0.2.1'), 0);
});

test('addresses of one IPv6 /64 are one, and an IPv4 address is itself however it is written', () => {
  const failed = createFailedKeys(1, () => 0);
  failed.note('2001:db8::1');
  assert.ok(failed.msToWait('2001:db8:0:0:ffff::2') > 0);
  assert.equal(failed.msToWait('2001:db8:0:1::1'), 0);
  failed.note('::ffff:192.0.2.1');
  assert.ok(failed.msToWait('192.0.2.1') > 0);
  assert.equal(failed.msToWait('::ffff:192.0.2.2'), 0);
  failed.note('::1');
  assert.ok(failed.msToWait('::1') > 0);
});

test('a flood of addresses takes no more memory than the limit', () => {
  const failed = createFailedKeys(1, () => 0);
  failed.note('first');
  for (let at = 0; at < MAX_ADDRESSES; at++) failed.note(`10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`);
  assert.equal(failed.msToWait('first'), 0);
  assert.ok(failed.msToWait('10.0.0.1') > 0);
});
