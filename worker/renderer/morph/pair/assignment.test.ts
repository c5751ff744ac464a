import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { assign, pairUp } from './assignment.ts';

/** The least sum of all ways to give each row a column of its own. */
function leastByTrying(costs: number[][], row = 0, taken: number[] = []): number {
  const own = costs[row];
  if (!own) return 0;
  const sums = own.map((cost, column) =>
    taken.includes(column) ? Infinity : cost + leastByTrying(costs, row + 1, [...taken, column]),
  );
  return Math.min(...sums);
}

test('each row gets a column of its own, at the least cost that trying all finds', () => {
  const table = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: rows + more, maxLength: rows + more }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(table, (costs) => {
      const columns = assign(costs);
      assert.equal(new Set(columns).size, costs.length);
      const sum = columns.reduce((total, column, row) => total + (costs[row]?.[column] ?? Infinity), 0);
      assert.equal(sum, leastByTrying(costs));
    }),
  );
});

test('of lists of different lengths the others are left over, on whichever side', () => {
  const cost = (a: number, b: number) => Math.abs(a - b);
  assert.deepEqual(pairUp([1, 50, 9], [10, 2], cost), {
    pairs: [
      [1, 2],
      [9, 10],
    ],
    leftFrom: [50],
    leftTo: [],
  });
  assert.deepEqual(pairUp([9], [1, 8], cost), { pairs: [[9, 8]], leftFrom: [], leftTo: [1] });
  assert.deepEqual(pairUp([], [1], cost), { pairs: [], leftFrom: [], leftTo: [1] });
});
