import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deriveKey } from './derived-key.ts';

const KEY = Buffer.alloc(32, 7).toString('base64');

test('a purpose has the same key every time, and no other purpose or secret has it', () => {
  const key = deriveKey(KEY, 'tests');
  assert.equal(key.length, 32);
  assert.deepEqual(deriveKey(KEY, 'tests'), key);
  assert.notDeepEqual(deriveKey(KEY, 'others'), key);
  assert.notDeepEqual(deriveKey(Buffer.alloc(32, 8).toString('base64'), 'tests'), key);
});
