import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readByteRange } from './byte-range.ts';

const OF_TEN = {
  'bytes=0-0': { first: 0, last: 0 },
  'bytes=2-5': { first: 2, last: 5 },
  'bytes=2-': { first: 2, last: 9 },
  'bytes=2-99': { first: 2, last: 9 },
  'bytes=-3': { first: 7, last: 9 },
  'bytes=-99': { first: 0, last: 9 },
  'Bytes=9-9': { first: 9, last: 9 },
  'bytes=10-': 'unsatisfiable',
  'bytes=99-100': 'unsatisfiable',
  'bytes=10000000000000000-': 'unsatisfiable',
  'bytes=2-10000000000000000': { first: 2, last: 9 },
  'bytes=-10000000000000000': { first: 0, last: 9 },
  'bytes=-0': 'unsatisfiable',
  'bytes=5-2': undefined,
  'bytes=-': undefined,
  'bytes=a-b': undefined,
  'bytes=0-1,3-4': undefined,
  'pages=1-2': undefined,
  '': undefined,
} as const;

for (const [header, part] of Object.entries(OF_TEN)) {
  test(`of ten bytes the range ${header || 'that is empty'} is ${JSON.stringify(part) ?? 'not followed'}`, () => {
    assert.deepEqual(readByteRange(header, 10), part);
  });
}

test('no bytes have no part', () => {
  assert.equal(readByteRange('bytes=0-', 0), 'unsatisfiable');
  assert.equal(readByteRange('bytes=-1', 0), 'unsatisfiable');
});
