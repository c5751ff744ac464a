import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LogoMorphError } from './error.ts';

test('a message tells of each field once', () => {
  const errors = [
    { pointer: '/recipe/width', detail: 'must be at most 4096' },
    { pointer: '', detail: 'must be an object' },
  ];
  const messageOf = (detail: string) =>
    new LogoMorphError({ type: 'urn:logomorph:problem:x', title: 'Refused', status: 422, detail, errors }).message;
  const told = 'In the body: /recipe/width must be at most 4096; / must be an object';
  assert.equal(messageOf(told), `Refused: ${told}`);
  assert.equal(messageOf('No'), 'Refused: No; /recipe/width must be at most 4096; must be an object');
});
