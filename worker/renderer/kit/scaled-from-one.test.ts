import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Draw } from '../artwork.ts';
import type { Size } from '../geometry.ts';
import { type Raster, windowOf } from '../raster.ts';
import { difference } from '../testing/pixels.ts';
import { scaledFromOne } from './scaled-from-one.ts';

const SIZE: Size = { width: 100, height: 50 };

/** Draws the left half of SIZE in the middle of a canvas, and notes on which canvases. */
function leftHalf(canvases: Size[]): Draw {
  return async (canvas, scale) => {
    canvases.push(canvas);
    const [width, height] = [Math.round(SIZE.width * scale), Math.round(SIZE.height * scale)];
    const data = Buffer.alloc(width * height * 4);
    for (let pixel = 0; pixel < width * height; pixel++) {
      if (pixel % width < width / 2) data.set([39, 174, 96, 255], pixel * 4);
    }
    return windowOf({ data, width, height }, canvas);
  };
}

function at({ data, width }: Raster, x: number, y: number): number[] {
  const from = (y * width + x) * 4;
  return [...data.subarray(from, from + 4)];
}

test('large drawings of all sizes are scaled from one, and small ones are drawn', async () => {
  const canvases: Size[] = [];
  const draw = scaledFromOne({ size: SIZE, draw: leftHalf(canvases) });
  await draw({ width: 1200, height: 600 }, 12);
  await draw({ width: 1601, height: 801 }, 16);
  await draw({ width: 300, height: 150 }, 3);
  assert.deepEqual(canvases, [
    { width: 2000, height: 1000 },
    { width: 300, height: 150 },
  ]);
});

for (const [width, height, scale] of [
  [1200, 600, 12],
  [1001, 501, 10],
  [1400, 700, 10.3],
] as const) {
  test(`what is scaled is where it would be drawn: ${width} x ${height} at ${scale}`, async () => {
    const direct = leftHalf([]);
    const draw = scaledFromOne({ size: SIZE, draw: direct });
    const [scaled, drawn] = [await draw({ width, height }, scale), await direct({ width, height }, scale)];
    assert.deepEqual([scaled.width, scaled.height], [width, height]);
    const left = Math.round((width - SIZE.width * scale) / 2);
    for (const x of [left - 3, left + 3, width / 2 - 3, width / 2 + 3].map(Math.floor)) {
      const y = Math.floor(height / 2);
      if (x >= 0) assert.ok(difference(at(scaled, x, y), at(drawn, x, y)) <= 2, `at ${x}`);
    }
  });
}

test('what is scaled is opaque on a ground', async () => {
  const draw = scaledFromOne({ size: SIZE, draw: leftHalf([]) });
  const drawn = await draw({ width: 1200, height: 600 }, 12, '#ffd27f');
  assert.deepEqual(at(drawn, 300, 300), [39, 174, 96, 255]);
  assert.deepEqual(at(drawn, 900, 300), [255, 210, 127, 255]);
});
