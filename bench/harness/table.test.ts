import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ratio, table } from './table.ts';

test('a table is as wide as its cells, has all columns of all rows, and leaves empty what a row has not', () => {
  assert.deepEqual(
    table([
      { what: 'a long name', ms: 5 },
      { what: 'b', bytes: 12345 },
    ]).split('\n'),
    [
      '| what        |  ms | bytes |',
      '| ----------- | --: | ----: |',
      '| a long name |   5 |       |',
      '| b           |     | 12345 |',
    ],
  );
});

test('a ratio is below 1 where the value is below the baseline', () => {
  assert.equal(ratio(1, 3), '0.33');
  assert.equal(ratio(9, 3), '3.00');
});
