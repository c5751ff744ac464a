import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Icns } from '@fiahfy/icns';
import decodeIco from 'decode-ico';
import sharp from 'sharp';
import { pixelsOf } from '../testing/pixels.ts';
import { GREEN, quarters, RED } from '../testing/quarters.ts';
import { renderOne } from '../testing/render-all.ts';

for (const format of ['svg', 'png'] as const) {
  test(`an ICO of a ${format} has its own size and the smaller ones that are looked for`, async () => {
    const logo = await quarters(format);
    for (const [side, sides] of [
      [256, [16, 24, 32, 48, 256]],
      [48, [16, 24, 32, 48]],
      [20, [16, 20]],
    ] as const) {
      const file = await renderOne(logo, { format: 'ico', width: side, height: side, fit: 'fill' });
      assert.deepEqual([file.name, file.mediaType, file.width], ['logo.ico', 'image/x-icon', side]);
      const frames = decodeIco(file.bytes);
      assert.deepEqual(
        frames.map(({ width, height }) => [width, height]),
        sides.map((own) => [own, own]),
      );
      for (const { data, width } of frames) {
        const { at } = await pixelsOf(Buffer.from(data));
        assert.deepEqual([at(1, 1), at(width - 2, 1)], [RED, GREEN], `${width}`);
      }
    }
  });

  test(`an ICNS of a ${format} has its own size and the smaller ones`, async () => {
    const logo = await quarters(format);
    const file = await renderOne(logo, { format: 'icns', width: 256, height: 256, fit: 'cover' });
    assert.deepEqual([file.name, file.mediaType, file.width], ['logo.icns', 'image/x-icns', 256]);
    const { images } = Icns.from(file.bytes);
    assert.equal(images.map(({ osType }) => osType).join(' '), 'ic04 ic05 ic11 ic12 ic07 ic08 ic13');
    const largest = images.find(({ osType }) => osType === 'ic08');
    assert.equal((await sharp(largest?.image).metadata()).width, 256);
  });
}
