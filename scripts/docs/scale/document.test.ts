import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fillTables } from './document.ts';

test('a table comes into its place, and what is around it stays', () => {
  const text = 'Before\n<!-- computed: a -->\nold\n<!-- end -->\nafter';
  const filled = 'Before\n<!-- computed: a -->\n\nnew\n\n<!-- end -->\nafter';
  assert.equal(fillTables(text, { a: 'new' }), filled);
  assert.equal(fillTables(filled, { a: 'new' }), filled);
});

test('a table without a place, and a place without a table, are errors', () => {
  assert.throws(() => fillTables('no place', { a: 'x' }), /No place for a/);
  assert.throws(() => fillTables('<!-- computed: b -->\n<!-- end -->', {}), /no table "b"/);
});
