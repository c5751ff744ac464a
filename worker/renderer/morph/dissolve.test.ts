import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Box } from '../geometry.ts';
import { inkBox } from '../ink.ts';
import { toRaster } from '../raster.ts';
import { paint } from '../testing/logos.ts';
import { dissolve } from './dissolve.ts';
import type { Still } from './still.ts';

type Colour = readonly [number, number, number, number];

/** A box of one colour on a canvas of 100 by 80. */
async function box(ink: Box, colour: Colour): Promise<Still> {
  const inside = (x: number, y: number) => x >= ink.x && x < ink.x + ink.width && y >= ink.y && y < ink.y + ink.height;
  return { raster: await toRaster(paint(100, 80, (x, y) => (inside(x, y) ? colour : [0, 0, 0, 0]))), ink };
}

const from = await box({ x: 10, y: 20, width: 20, height: 20 }, [200, 0, 0, 255]);
const to = await box({ x: 40, y: 10, width: 60, height: 60 }, [0, 0, 100, 255]);

test('near its ends a dissolve shows the pictures themselves', () => {
  assert.ok(dissolve(from, to, 1e-6).data.equals(from.raster.data));
  assert.ok(dissolve(from, to, 1 - 1e-6).data.equals(to.raster.data));
});

test('on its way ink moves and grows from box to box, and both pictures show by their share', () => {
  const half = dissolve(from, to, 0.5);
  // What is made larger gets an edge that is a pixel softer.
  assert.deepEqual(inkBox(half), { x: 24, y: 14, width: 42, height: 42 });
  const at = (35 + 40 * 100) * 4;
  assert.deepEqual([...half.data.subarray(at, at + 4)], [100, 0, 50, 255]);
  const quarter = dissolve(from, to, 0.25);
  assert.deepEqual([...quarter.data.subarray((30 + 30 * 100) * 4, (30 + 30 * 100) * 4 + 4)], [150, 0, 25, 255]);
});

test('a picture of other proportions is not distorted: it stays as large as the box between lets it', async () => {
  const wide = await box({ x: 0, y: 30, width: 100, height: 10 }, [0, 200, 0, 255]);
  const greenRows = (t: number) => {
    const { data } = dissolve(wide, to, t);
    return Array.from({ length: 80 }, (_, y) => data[(40 + y * 100) * 4 + 1] ?? 0).filter((green) => green > 50).length;
  };
  assert.ok(greenRows(0.5) <= 9, `${greenRows(0.5)}`);
});
