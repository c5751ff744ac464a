import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatten, type Raster, toRaster } from '../raster.ts';
import { paint, photograph } from '../testing/logos.ts';
import type { IndexedRaster } from './indexed.ts';
import { nearlyIndexed, TOLERANCE } from './nearly-indexed.ts';

const INKS = [
  [200, 30, 60],
  [20, 90, 200],
  [250, 200, 20],
] as const;

/** Rings of three inks that touch, with soft edges of all mixtures of two of them, on nothing. */
const rings = await toRaster(
  paint(256, 256, (x, y) => {
    const far = Math.hypot(x - 127.3, y - 128.1);
    const ring = Math.floor(far / 11.3);
    const share = Math.min(1, (far / 11.3 - ring) * 6);
    const [ink, inner] = [INKS[ring % 3] ?? INKS[0], INKS[(ring + 2) % 3] ?? INKS[0]];
    const mixed = (channel: 0 | 1 | 2) => ink[channel] * share + inner[channel] * (1 - share);
    return [mixed(0), mixed(1), mixed(2), Math.max(0, Math.min(255, (110 - far) * 90))];
  }),
);

test('soft edges of flat art are moved by a hair to fit a palette, and areas stay as they are', () => {
  assert.ok(new Set(wordsOf(rings)).size > 256);
  const palette = nearlyIndexed(rings);
  assert.ok(palette && palette.colours.length <= 256);
  const near = rasterOf(palette);
  for (const ground of ['#000000', '#ffffff', '#3080c0']) {
    const [one, other] = [flatten(rings, ground).data, flatten(near, ground).data];
    // Blending on a ground rounds, each of the two to its side.
    const off = one.reduce((most, value, at) => Math.max(most, Math.abs(value - (other[at] ?? 0))), 0);
    assert.ok(off <= TOLERANCE + 1, `${off} on ${ground}`);
  }
  const counts = new Map<number, number>();
  for (const word of wordsOf(rings)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const found = wordsOf(near);
  for (const [pixel, word] of wordsOf(rings).entries()) {
    if ((word & 0xff) !== 0 && (counts.get(word) ?? 0) > 64) assert.equal(found[pixel], word);
  }
});

test('a colour that is around the picture has its place in the palette', () => {
  assert.ok(nearlyIndexed(rings, 0x123456ff)?.colours.includes(0x123456ff));
});

test('gradients and photographs have no palette, which would show as bands', async () => {
  const gradient = await toRaster(paint(300, 300, (x, y) => [x / 1.2, y / 1.2, 128, 255]));
  assert.equal(nearlyIndexed(gradient), undefined);
  assert.equal(nearlyIndexed(await toRaster(photograph(300))), undefined);
});

function wordsOf({ data }: Raster): number[] {
  return Array.from({ length: data.length / 4 }, (_, pixel) => data.readUInt32BE(pixel * 4));
}

function rasterOf({ width, height, colours, indices }: IndexedRaster): Raster {
  const data = Buffer.alloc(width * height * 4);
  for (const [pixel, index] of indices.entries()) data.writeUInt32BE(colours[index] ?? 0, pixel * 4);
  return { width, height, data };
}
