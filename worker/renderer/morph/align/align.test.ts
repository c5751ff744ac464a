import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Contour, polygonOf, reversed, signedArea } from '../contour.ts';
import { pathContours } from '../flatten/path-contours.ts';
import { align } from './align.ts';

const number = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 10);
const pair = fc.tuple(number, number).map((point) => point.join(' '));
const segment = fc.oneof(
  pair.map((to) => `L${to}`),
  fc.tuple(pair, pair, pair).map((points) => `C${points.join(' ')}`),
  fc.tuple(pair, pair).map((points) => `Q${points.join(' ')}`),
  fc.tuple(fc.integer({ min: 1, max: 50 }), pair).map(([radius, to]) => `A${radius} 20 30 0 1 ${to}`),
);

/** Any contour, also one that crosses itself, goes back over itself, or is hardly more than a point. */
const contour = (closed: boolean) =>
  fc
    .tuple(pair, fc.array(segment, { minLength: 1, maxLength: 9 }))
    .map(([start, segments]) => pathContours(`M${start}${segments.join('')}${closed ? 'Z' : ''}`, false)[0])
    .filter((found): found is Contour => found !== undefined);

/** The farthest that a corner of a polygon is from the line of another. */
function farthest(corners: number[], line: number[]): number {
  let most = 0;
  for (let i = 0; i < corners.length; i += 2) {
    const [x = 0, y = 0] = corners.slice(i, i + 2);
    let near = Infinity;
    for (let j = 0; j + 4 <= line.length; j += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.slice(j, j + 4);
      const [dx, dy] = [x1 - x0, y1 - y0];
      const along = ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy || 1);
      const share = Math.min(1, Math.max(0, along));
      near = Math.min(near, Math.hypot(x - x0 - share * dx, y - y0 - share * dy));
    }
    most = Math.max(most, near);
  }
  return most;
}

for (const closed of [true, false]) {
  test(`${closed ? 'closed contours' : 'lines'} cut to become one another keep their outlines, in as many curves each`, () => {
    fc.assert(
      fc.property(contour(closed), contour(closed), (from, to) => {
        const track = align(from, to);
        assert.equal(track.from.length, track.to.length);
        assert.equal(track.closed, closed);
        assert.ok([...track.from, ...track.to].every(Number.isFinite));
        for (const [cut, whole] of [
          [track.from, from.points],
          [track.to, to.points],
        ] as const) {
          const [a, b] = [cut, whole].map((points) => ({ points, closed }));
          assert.ok(a && b);
          assert.ok(farthest(polygonOf(a, 3), polygonOf(b, 60)) < 0.3, 'what it is cut to lies on it');
          assert.ok(farthest(polygonOf(b, 3), polygonOf(a, 60)) < 0.3, 'all of it is there');
        }
      }),
      { numRuns: 60 },
    );
  });
}

test('closed contours keep their direction', () => {
  const [clockwise] = pathContours('M0 0h10v10h-10Z', true);
  const [circle] = pathContours('M9 5a4 4 0 1 1 -8 0a4 4 0 1 1 8 0Z', true);
  assert.ok(clockwise && circle);
  for (const to of [circle, reversed(circle)]) {
    const track = align(clockwise, to);
    assert.equal(Math.sign(signedArea(track.from)), Math.sign(signedArea(clockwise.points)));
    assert.equal(Math.sign(signedArea(track.to)), Math.sign(signedArea(to.points)));
  }
});

test('a shape that only moved and started elsewhere does not turn on its way, and keeps its corners', () => {
  const [from] = pathContours('M0 0L30 0L30 10L10 10L10 40L0 40Z', true);
  const [to] = pathContours('M110 10L110 40L100 40L100 0L130 0L130 10Z', true);
  assert.ok(from && to);
  const track = align(from, to);
  track.from.forEach((value, at) => {
    assert.ok(Math.abs((track.to[at] ?? 0) - value - (at % 2 === 0 ? 100 : 0)) < 1e-6, `${at}`);
  });
});

test('a line that may be turned is led to one that runs the other way without crossing over', () => {
  const [from] = pathContours('M0 0L100 0', false);
  const [to] = pathContours('M100 50L0 50', false);
  assert.ok(from && to);
  for (const turnable of ['from', 'to'] as const) {
    const track = align(from, to, turnable);
    for (let at = 0; at < track.from.length; at += 2) {
      assert.ok(Math.abs((track.from[at] ?? 0) - (track.to[at] ?? 0)) < 1e-6);
    }
  }
  assert.deepEqual(align(from, to).from.slice(0, 2), [0, 0]);
  assert.deepEqual(align(from, to).to.slice(0, 2), [100, 50]);
});
