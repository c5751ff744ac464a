import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import svgpath from 'svgpath';
import { REAL_LOGOS } from '../testing/real-logos.ts';
import { validPathData, validPoints } from './path-data.ts';

for (const data of [
  'M0 0',
  ' m1,2 3-4.5.6e1.7z ',
  'M0 0a1 1 0 0110 10',
  'M0,0,1,1L2 2 3 3H4 5v-1-2Zm1 1',
  'M0 0C1 2 3 4 5 6 1 2 3 4 5 6S1 2 3 4Q1 2 3 4T1 2',
  '',
  '  ',
]) {
  test(`it is valid to its end: ${data}`, () => assert.equal(validPathData(data), data));
}

for (const [data, valid] of [
  ['M0 0L9 9 NaN', 'M0 0L9 9'],
  ['M0 0L9 9 9', 'M0 0L9 9'],
  ['M0 0,,1 1', 'M0 0'],
  ['M0 0L,1 1', 'M0 0'],
  ['M0 0R1 2 3 4', 'M0 0'],
  ['M0 0 L1 1 #', 'M0 0 L1 1'],
  ['M0 0a1 1 0 2 1 9 9', 'M0 0'],
  ['M0 0z1', 'M0 0z'],
  ['M0 0L01 1', 'M0 0'],
  ['L1 1', ''],
  ['none', ''],
] as const) {
  test(`it is valid up to the mistake: ${data}`, () => assert.equal(validPathData(data), valid));
}

test('the path data of real logos are valid, and what is valid another parser reads without an error', () => {
  for (const { bytes } of Object.values(REAL_LOGOS)) {
    for (const [, data = ''] of bytes.toString().matchAll(/ d="([^"]+)"/g)) assert.equal(validPathData(data), data);
  }
  const text = fc
    .array(fc.constantFrom(...'MmLhVcSqTAz0123456789.-+e ,rR'), { maxLength: 40 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (mangled) => {
      const path = svgpath(validPathData(`M0 0${mangled}`));
      assert.ok('err' in path && path.err === '', String('err' in path && path.err));
    }),
    { numRuns: 2000 },
  );
});

test('points are valid up to the first mistake', () => {
  assert.equal(validPoints('0,0 10-5.5.5 7'), '0,0 10-5.5.5 7');
  assert.equal(validPoints('0 0 1 1 2'), '0 0 1 1');
  assert.equal(validPoints('0 0 1 1L2 2'), '0 0 1 1');
});
