import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogoMorphError } from './error.ts';
import { delayBefore, isPassing, retrying, sleep } from './retry.ts';

const refused = (status: number, retryAfter?: number, code = 'x') =>
  new LogoMorphError(
    { type: `urn:logomorph:problem:${code}`, title: 'x', status },
    retryAfter === undefined ? {} : { retryAfter },
  );

test('delays double up to a limit, are spread over half of themselves, and are never shorter than was asked for', () => {
  assert.deepEqual(
    [0, 1, 2, 9].map((failures) => delayBefore(failures, undefined, 0)),
    [250, 500, 1000, 4000],
  );
  assert.deepEqual(
    [0, 1, 2, 9].map((failures) => delayBefore(failures, undefined, 1)),
    [500, 1000, 2000, 8000],
  );
  assert.equal(delayBefore(0, 30, 0), 30_250);
});

test('only what may be over soon is tried again', () => {
  for (const status of [408, 429, 500, 502, 503, 504]) assert.ok(isPassing(refused(status)), String(status));
  for (const status of [400, 401, 404, 409, 422]) assert.ok(!isPassing(refused(status)), String(status));
  assert.ok(isPassing(refused(409, 1, 'idempotency-key-in-use')));
  assert.ok(!isPassing(refused(429, 3600)), 'a quota of the day');
  assert.ok(isPassing(new TypeError('fetch failed')));
  assert.ok(!isPassing(new Error('anything else')));
});

test('what goes on failing is given up after so many tries', async () => {
  let tries = 0;
  const task = async () => {
    tries += 1;
    throw refused(503);
  };
  await assert.rejects(
    retrying(async () => task, { retries: 1 }),
    { status: 503 },
  );
  assert.equal(tries, 2);
});

test('a wait ends with its signal', async () => {
  const stop = new AbortController();
  const waiting = sleep(60_000, stop.signal);
  stop.abort(new Error('enough'));
  await assert.rejects(waiting, /enough/);
  await assert.rejects(sleep(60_000, stop.signal), /enough/);
});
