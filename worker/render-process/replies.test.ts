import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReply } from './replies.ts';

test('what a render process says is taken only when it is a reply through and through', () => {
  const file = { name: 'a.png', mediaType: 'image/png', bytes: Buffer.from('x'), width: 1, height: 1 };
  assert.ok(isReply({ kind: 'file', file }));
  assert.ok(isReply({ kind: 'problem', problem: 'empty-logo', detail: 'It shows nothing' }));
  for (const message of [
    undefined,
    'ready',
    { kind: 'else' },
    { kind: 'file' },
    { kind: 'file', file: { ...file, bytes: 'x' } },
    { kind: 'file', file: { ...file, name: { toString: () => 'a.png' } } },
    { kind: 'file', file: { ...file, width: Number.NaN } },
    { kind: 'problem', problem: 'toString', detail: '' },
  ]) {
    assert.ok(!isReply(message), JSON.stringify(message));
  }
});
