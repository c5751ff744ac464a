import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { toRaster } from '../raster.ts';
import { paint } from '../testing/logos.ts';
import { encodePng } from './png.ts';

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
