import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stretchOf } from './stretch.ts';

for (const [transform, scale, ratio] of [
  ['', 1, 1],
  ['translate(3 4) rotate(30) scale(.5)', 0.5, 1],
  ['scale(2, -8)', 8, 4],
  ['matrix(0 3 -3 0 9 9)', 3, 1],
  ['scale(10)scale(.5)', 5, 1],
  ['scale(0)', 0, Number.POSITIVE_INFINITY],
  // What may be a mistake is not done, or is: it shrinks nothing.
  ['scale(.1) x', 1, 1],
  ['scale(.1 .1 .1)', 1, 1],
  ['scale(.1px)', 1, Number.POSITIVE_INFINITY],
  ['matrix(NaN 0 0 1 0 0)', 1, Number.POSITIVE_INFINITY],
] as const) {
  test(`"${transform}" scales by at most ${scale} and stretches by ${ratio}`, () => {
    const { scale: actualScale, ratio: actualRatio } = stretchOf(transform);
    assert.ok(Math.abs(actualScale - scale) < 1e-9 || Number.isNaN(actualScale), `${actualScale}`);
    assert.ok(actualRatio === ratio || Math.abs(actualRatio - ratio) < 1e-9, `${actualRatio}`);
  });
}

test('a skew stretches by far, the nearer it is to a right angle', () => {
  assert.ok(stretchOf('skewX(45)').ratio > 2);
  assert.ok(stretchOf('skewY(89)').ratio > 1000);
});
