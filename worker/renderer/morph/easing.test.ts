import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ease, reversedSpline, SPLINES } from './easing.ts';

test('easings start at 0, end at 1, rise, and are what CSS says they are', () => {
  for (const spline of Object.values(SPLINES)) {
    const values = Array.from({ length: 101 }, (_, i) => ease(spline, i / 100));
    assert.deepEqual([values[0], values[100]], [0, 1]);
    assert.ok(values.every((value, i) => i === 0 || value > (values[i - 1] ?? 0)));
  }
  const at = (name: keyof typeof SPLINES, time: number) => ease(SPLINES[name], time);
  assert.ok(Math.abs(at('linear', 0.3) - 0.3) < 1e-9);
  assert.ok(Math.abs(at('ease-in-out', 0.5) - 0.5) < 1e-9);
  // Read off a browser's computed style of an animation that stands at a quarter.
  assert.ok(Math.abs(at('ease-in', 0.25) - 0.0935) < 1e-3);
  assert.ok(Math.abs(at('ease-out', 0.25) - 0.3781) < 1e-3);
});

test('the way back of an easing is the way there, seen backwards', () => {
  for (const spline of Object.values(SPLINES)) {
    for (const time of [0.1, 0.4, 0.7]) {
      assert.ok(Math.abs(ease(reversedSpline(spline), time) - (1 - ease(spline, 1 - time))) < 1e-9);
    }
  }
});
