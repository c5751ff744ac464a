import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { flatten, type Raster, toRaster } from '../raster.ts';
import { paint, photograph } from '../testing/logos.ts';
import { encodePng } from './png.ts';
import { encodeReducedPng } from './reduced-png.ts';
import { ssim } from './ssim.ts';

const decoded = async (png: Buffer | undefined) => toRaster(sharp(png));
const similarity = (a: Raster, b: Raster) =>
  Math.min(...['#ffffff', '#000000'].map((ground) => ssim(flatten(a, ground), flatten(b, ground))));

const shades = await toRaster(
  paint(160, 120, (x, y) => {
    const inside = 50 - Math.hypot(x - 80, y - 60);
    const alpha = Math.max(0, Math.min(255, inside * 128));
    return [20 + x / 8, 90, 200 - y / 8, alpha];
  }),
);

test('equal pictures have a structural similarity of 1, others less', async () => {
  const grounded = flatten(shades, '#ffffff');
  assert.equal(ssim(grounded, grounded), 1);
  const noisy = { ...grounded, data: Buffer.from(grounded.data.map((value, at) => value ^ (at % 7 === 0 ? 24 : 0))) };
  assert.ok(ssim(grounded, noisy) < 0.9);
});

for (const [title, raster] of [
  ['few shades', shades],
  ['a photograph', await toRaster(photograph(200))],
] as const) {
  test(`reduced colours of ${title} keep a structural similarity of 0.995, in a file that is not larger`, async () => {
    const png = await encodeReducedPng(raster, {});
    const exact = await encodePng(raster);
    assert.ok(png && png.length <= exact.length, `${png?.length} of ${exact.length} bytes`);
    assert.ok(similarity(raster, await decoded(png)) >= 0.995);
  });
}

test('reduced colours leave areas of one colour and the ground as they are', async () => {
  const raster = flatten(shades, '#f2efe9');
  const { data } = await decoded(
    await encodeReducedPng(raster, { canvas: { width: 200, height: 150 }, ground: '#f2efe9' }),
  );
  const at = (x: number, y: number) => data.toString('hex', (y * 200 + x) * 4, (y * 200 + x) * 4 + 4);
  assert.deepEqual([at(0, 0), at(25, 20), at(199, 149)], ['f2efe9ff', 'f2efe9ff', 'f2efe9ff']);
});
