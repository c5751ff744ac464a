import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Icns } from '@fiahfy/icns';
import { decode } from '@fiahfy/packbits';
import sharp from 'sharp';
import { type Raster, toRaster } from '../raster.ts';
import { letterL, photograph } from '../testing/logos.ts';
import { encodeIcns, ICNS_SIDES, type IcnsFrame } from './icns.ts';
import { encodePng } from './png.ts';

async function frameOf(raster: Raster): Promise<IcnsFrame> {
  return { raster, png: await encodePng(raster) };
}

test('an ICNS holds each side under the types that macOS looks for, each PNG of the side of its type', async () => {
  const frames = await Promise.all(ICNS_SIDES.map(async (side) => frameOf(await toRaster(letterL(side, side)))));
  const bytes = encodeIcns(frames);
  assert.equal(bytes.readUInt32BE(4), bytes.length);
  const { images } = Icns.from(bytes);
  const types = 'ic04 ic05 ic11 ic12 ic07 ic08 ic13 ic09 ic14 ic10';
  assert.equal(images.map(({ osType }) => osType).join(' '), types);
  const sides = await Promise.all(
    images
      .filter(({ osType }) => !['ic04', 'ic05'].includes(osType))
      .map(async ({ image }) => (await sharp(image).metadata()).width),
  );
  assert.deepEqual(sides, [32, 64, 128, 256, 256, 512, 512, 1024]);
});

for (const [title, picture] of [
  ['runs longer than a code can tell', letterL(32, 32)],
  ['no runs at all', photograph(32)],
  ['runs and none', letterL(16, 16)],
] as const) {
  test(`the ARGB pictures of an ICNS are exact to the pixel: ${title}`, async () => {
    const raster = await toRaster(picture);
    const [argb] = Icns.from(encodeIcns([await frameOf(raster)])).images;
    assert.ok(argb);
    assert.equal(argb.image.toString('latin1', 0, 4), 'ARGB');
    const planes = decode(argb.image.subarray(4, -1), { format: 'icns' });
    const pixels = raster.width * raster.height;
    assert.equal(planes.length, pixels * 4);
    for (const [plane, channel] of [3, 0, 1, 2].entries()) {
      for (let pixel = 0; pixel < pixels; pixel++) {
        assert.equal(planes[plane * pixels + pixel], raster.data[pixel * 4 + channel], `${channel} of ${pixel}`);
      }
    }
  });
}
