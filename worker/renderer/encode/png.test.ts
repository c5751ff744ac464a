import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { flatten, toRaster } from '../raster.ts';
import { paint, photograph } from '../testing/logos.ts';
import { pixelsOf } from '../testing/pixels.ts';
import { encodePng } from './png.ts';
import { encodeSmallPng } from './small-png.ts';

for (const colours of [1, 2, 3, 4, 5, 16, 17, 256, 257]) {
  test(`a PNG of ${colours} colours is exact to the pixel`, async () => {
    const raster = await toRaster(
      paint(37, 29, (x, y) => {
        const index = (y * 37 + x) % colours;
        return [index % 256, 200, index > 255 ? 9 : 8, index % 3 === 0 ? 1 + (index % 254) : 255];
      }),
    );
    const png = await encodePng(raster);
    const back = await sharp(png).ensureAlpha().raw().toBuffer();
    assert.ok(back.equals(raster.data));
    const depth = [1, 2, 4, 8].find((bits) => colours <= 2 ** bits);
    const metadata = await sharp(png).metadata();
    assert.deepEqual([metadata.isPalette, metadata.bitsPerSample], [depth !== undefined, depth ?? 8]);
  });
}

test('an opaque PNG of many colours has no alpha channel', async () => {
  const raster = await toRaster(paint(40, 40, (x, y) => [x * 6, y * 6, 0, 255]));
  assert.equal((await sharp(await encodePng(raster)).metadata()).hasAlpha, false);
});

for (const colours of [9, 400]) {
  for (const [ground, expected] of [
    ['#12ab34', [0x12, 0xab, 0x34, 255]],
    [undefined, [0, 0, 0, 0]],
  ] as const) {
    test(`a raster of ${colours} colours lies in the middle of its canvas, on ${ground ?? 'nothing'}`, async () => {
      const raster = await toRaster(paint(30, 20, (x, y) => [((y * 30 + x) % colours) % 256, x, 7, 255]));
      const png = await encodePng(raster, { canvas: { width: 50, height: 44 }, ground, effort: 'low' });
      const { width, height, at } = await pixelsOf(png);
      assert.deepEqual([width, height], [50, 44]);
      for (const [x, y] of [
        [0, 0],
        [9, 20],
        [40, 20],
        [25, 11],
        [25, 32],
        [49, 43],
      ] as const) {
        assert.deepEqual(at(x, y), expected, `${x}, ${y}`);
      }
      for (const [x, y] of [
        [0, 0],
        [29, 19],
      ] as const) {
        assert.deepEqual(at(x + 10, y + 12), [...raster.data.subarray((y * 30 + x) * 4, (y * 30 + x) * 4 + 4)]);
      }
    });
  }
}

for (const alpha of [true, false]) {
  test(`a small PNG of full colour is exact to the pixel, ${alpha ? 'with' : 'without'} alpha`, async () => {
    for (const side of [1, 2, 3, 17, 48]) {
      const raster = await toRaster(photograph(side));
      const exact = alpha ? raster : flatten(raster, '#336699');
      const png = encodeSmallPng(exact, { alpha });
      assert.ok((await sharp(png).ensureAlpha().raw().toBuffer()).equals(exact.data), `side ${side}`);
      assert.equal((await sharp(png).metadata()).channels, alpha ? 4 : 3);
    }
  });
}
