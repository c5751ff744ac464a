import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeIcns } from '@logomorph/worker/renderer/encode/icns.ts';
import { encodeIco } from '@logomorph/worker/renderer/encode/ico.ts';
import { toRaster } from '@logomorph/worker/renderer/raster.ts';
import { paint } from '@logomorph/worker/renderer/testing/logos.ts';
import { icnsFrames, icoFrames } from './icon-frames.ts';

const [small, large] = await Promise.all(
  [32, 64].map(async (side) => {
    const picture = paint(side, side, (x) => [x, 0, 0, 255]);
    return { side, raster: await toRaster(picture.clone()), png: await picture.png().toBuffer() };
  }),
);
assert.ok(small && large);

test('the frames of an ICO are the PNGs it was made of', () => {
  assert.deepEqual(icoFrames(encodeIco([small, large])), [small.png, large.png]);
});

test('the frames of an ICNS are its PNGs, without the pictures that are in ARGB', () => {
  assert.deepEqual(icnsFrames(encodeIcns([small, large])), [small.png, large.png]);
});
