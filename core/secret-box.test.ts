import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { secretBox } from './secret-box.ts';

const newKey = () => randomBytes(32).toString('base64');

test('what is sealed is opened, and does not show', () => {
  const box = secretBox([newKey()]);
  const sealed = box.seal('whsec_abc', 'a');
  assert.equal(box.open(sealed, 'a'), 'whsec_abc');
  assert.ok(!sealed.includes('whsec') && !Buffer.from(sealed, 'base64url').includes('whsec'));
  assert.notEqual(box.seal('whsec_abc', 'a'), sealed, 'the same secret is sealed in another way each time');
});

test('a new key seals, and the one before still opens', () => {
  const [old, fresh] = [newKey(), newKey()];
  const sealed = secretBox([old]).seal('x', 'a');
  const both = secretBox([fresh, old]);
  assert.equal(both.open(sealed, 'a'), 'x');
  assert.throws(() => secretBox([old]).open(both.seal('x', 'a'), 'a'), /no key is known/);
  assert.throws(() => secretBox([fresh]).open(sealed, 'a'), /no key is known/);
});

test('what was changed, cut off or belongs to something else is not opened', () => {
  const box = secretBox([newKey()]);
  const sealed = box.seal('x', 'a');
  const changed = `${sealed.slice(0, -1)}${sealed.endsWith('A') ? 'Q' : 'A'}`;
  assert.throws(() => box.open(sealed, 'b'));
  assert.throws(() => box.open(changed, 'a'));
  assert.throws(() => box.open(sealed.slice(0, 30), 'a'));
});

test('without a key there is no box', () => assert.throws(() => secretBox([]), /must be set/));
