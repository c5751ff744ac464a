import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { letterL, paint, rasterLogos } from './testing/logos.ts';
import { difference, pixelsOf } from './testing/pixels.ts';
import { renderOne } from './testing/render-all.ts';

const logos = await rasterLogos();
const RED = [220, 0, 0, 255];
const BLUE = [0, 0, 200, 255];

async function variantOf(name: string, fields: Parameters<typeof renderOne>[1] = {}) {
  const logo = logos[name];
  assert.ok(logo, name);
  return pixelsOf((await renderOne(logo, fields)).bytes);
}

test('EXIF orientation is applied, and does not stay', async () => {
  const upright = await variantOf('turned by EXIF');
  assert.deepEqual([upright.width, upright.height], [200, 400]);
  assert.ok(difference(upright.at(100, 60), RED) < 20, 'the stem lies along the top');
  assert.ok(difference(upright.at(40, 200), BLUE) < 20, 'the foot stands on the left');
});

test('sixteen bits become eight, and keep their colours', async () => {
  const { at } = await variantOf('sixteen bits a channel');
  assert.ok(difference(at(40, 100), RED) <= 1);
  assert.equal(at(2, 2)[3], 0);
});

test('greyscale becomes sRGB', async () => {
  const [red, green, blue] = (await variantOf('greyscale')).at(150, 100);
  assert.ok(red === green && green === blue && red > 40 && red < 220);
  assert.equal((await variantOf('greyscale with alpha')).at(2, 2)[3], 0);
});

test('CMYK becomes sRGB', async () => {
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#c8323c' } })
    .toColourspace('cmyk')
    .jpeg()
    .toBuffer();
  assert.equal((await sharp(bytes).metadata()).space, 'cmyk');
  const { at } = await pixelsOf((await renderOne({ format: 'jpeg', bytes })).bytes);
  assert.ok(difference(at(20, 20), [200, 50, 60, 255]) < 20, `${at(20, 20)}`);
});

test('colours of a wide gamut are converted by their profile', async () => {
  const bytes = await paint(20, 20, () => [200, 60, 60, 255])
    .withIccProfile('p3')
    .png()
    .toBuffer();
  const file = await renderOne({ format: 'png', bytes });
  assert.equal((await sharp(file.bytes).metadata()).icc, undefined);
  assert.ok(difference((await pixelsOf(file.bytes)).at(10, 10), [200, 60, 60, 255]) <= 2);
});

test('of an animation the first frame is rendered', async () => {
  for (const name of ['animated GIF', 'animated WebP']) {
    const { at, width, height } = await variantOf(name);
    assert.deepEqual([width, height], [60, 40], name);
    assert.ok(difference(at(30, 20), [240, 10, 10, 255]) <= 4, name);
  }
});

test('AVIF and WebP are decoded with their alpha', async () => {
  const { at } = await variantOf('AVIF');
  assert.ok(difference(at(60, 100), RED) < 24 && at(2, 2)[3] < 8);
  assert.equal((await variantOf('WebP')).at(0, 0)[3], 0);
});

test('a single pixel fills any box', async () => {
  const { at } = await variantOf('a single pixel', { width: 300, height: 200, fit: 'fill' });
  assert.deepEqual(at(0, 0), [10, 120, 60, 255]);
  assert.deepEqual(at(299, 199), [10, 120, 60, 255]);
});

test('metadata is stripped', async () => {
  const bytes = await letterL(100, 100)
    .withExif({ IFD0: { Copyright: 'someone' } })
    .jpeg()
    .toBuffer();
  for (const format of ['png', 'jpeg', 'webp', 'avif'] as const) {
    const metadata = await sharp((await renderOne({ format: 'jpeg', bytes }, { format })).bytes).metadata();
    assert.deepEqual([metadata.exif, metadata.icc, metadata.xmp, metadata.orientation], Array(4).fill(undefined));
  }
});
