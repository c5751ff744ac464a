import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { urlSigner } from './signed-url.ts';

const [KEY, OTHER_KEY] = [randomBytes(32).toString('base64'), randomBytes(32).toString('base64')];
const AT_TIME = new Date(999_999);
const EXPIRES = 1000;

/** What comes of checking an address as it is called. */
function outcome(signer: ReturnType<typeof urlSigner>, address: string, now = AT_TIME): string {
  const url = new URL(address, 'http://here');
  const expires = url.searchParams.get('expires');
  try {
    signer.check(address, url.pathname, expires === null ? undefined : Number(expires), now);
    return 'valid';
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    return error.problem;
  }
}

test('an address holds until it expires', () => {
  const signer = urlSigner([KEY], 'tests');
  const address = signer.sign('/files/a/b.png', EXPIRES);
  assert.equal(outcome(signer, address), 'valid');
  assert.equal(outcome(signer, address, new Date(EXPIRES * 1000)), 'address-expired');
  assert.equal(signer.sign('/files/a/b.png', EXPIRES), address, 'caches know it again');
});

test('an address of which anything is changed lets nobody in', () => {
  const signer = urlSigner([KEY], 'tests');
  const address = signer.sign('/files/a/b.png', EXPIRES);
  for (const changed of [
    address.replace('b.png', 'c.png'),
    address.replace('/a/', '/b/'),
    address.replace('expires=1000', 'expires=2000'),
    address.replace(/signature=./, (text) => (text.endsWith('A') ? 'signature=B' : 'signature=A')),
    address.replace(/&signature=.*/, '&signature='),
    address.slice(0, -2),
  ]) {
    assert.equal(outcome(signer, changed), 'wrong-signature', changed);
  }
});

test('an address that is only read alike lets nobody in, or caches would keep it many times', () => {
  const signer = urlSigner([KEY], 'tests');
  const address = signer.sign('/files/a/b.png', EXPIRES);
  const [, signature = ''] = address.split('&signature=');
  for (const alike of [
    address.replace('expires=', 'expires=0'),
    address.replace('expires=1000', 'expires=1e3'),
    address.replace('expires=1000', 'expires=0x3e8'),
    address.replace('expires=1000', 'expires=%31000'),
    address.replace('?', '?&'),
    address.replace('signature', '%73ignature'),
    `/files/a/b.png?signature=${signature}&expires=${EXPIRES}`,
  ]) {
    assert.equal(outcome(signer, alike), 'wrong-signature', alike);
  }
});

test('an address without an end always holds, and is no other with one', () => {
  const signer = urlSigner([KEY], 'tests');
  const address = signer.sign('/files/a/b.png');
  assert.match(address, /^\/files\/a\/b\.png\?signature=/);
  assert.equal(outcome(signer, address, new Date(8.64e15)), 'valid');
  assert.equal(outcome(signer, address.replace('?', `?expires=${EXPIRES}&`)), 'wrong-signature');
  assert.equal(outcome(signer, signer.sign('/files/a/b.png', EXPIRES).replace(/expires=\d+&/, '')), 'wrong-signature');
});

test('what is signed for one purpose is not for another', () => {
  const address = urlSigner([KEY], 'tests').sign('/a', EXPIRES);
  assert.equal(outcome(urlSigner([KEY], 'others'), address), 'wrong-signature');
});

test('after a change of the key, addresses of before hold while the old key is known', () => {
  const address = urlSigner([KEY], 'tests').sign('/a', EXPIRES);
  assert.equal(outcome(urlSigner([OTHER_KEY, KEY], 'tests'), address), 'valid');
  assert.equal(outcome(urlSigner([OTHER_KEY], 'tests'), address), 'wrong-signature');
});
