import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RasterFormat } from '@logomorph/contract/logo.ts';
import fc from 'fast-check';
import sharp from 'sharp';
import { readRasterSize } from './raster-size.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#c0392b80' } });
const picture = plain(1300, 270);
const png = await picture.clone().png().toBuffer();

/** One of each way to tell a size. */
const SAMPLES: [string, RasterFormat, Buffer][] = [
  ['PNG', 'png', png],
  [
    'baseline JPEG with metadata',
    'jpeg',
    await picture
      .clone()
      .flatten()
      .withExif({ IFD0: { Copyright: 'x' } })
      .jpeg()
      .toBuffer(),
  ],
  ['progressive JPEG', 'jpeg', await picture.clone().flatten().jpeg({ progressive: true }).toBuffer()],
  ['lossy WebP', 'webp', await picture.clone().flatten().webp().toBuffer()],
  ['lossy WebP with alpha', 'webp', await picture.clone().webp().toBuffer()],
  ['lossless WebP', 'webp', await picture.clone().webp({ lossless: true }).toBuffer()],
  [
    'animated GIF',
    'gif',
    await sharp([png, png], { join: { animated: true } })
      .gif()
      .toBuffer(),
  ],
  [
    'animated WebP',
    'webp',
    await sharp([png, png], { join: { animated: true } })
      .webp()
      .toBuffer(),
  ],
  ['AVIF with alpha', 'avif', await picture.clone().avif({ effort: 0 }).toBuffer()],
];

for (const [name, format, bytes] of SAMPLES) {
  test(`the head of a ${name} tells its size`, () => {
    assert.deepEqual(readRasterSize(bytes, format), { width: 1300, height: 270 });
  });

  test(`a ${name} with any bytes overwritten is read to an end, and tells whole positive numbers`, () => {
    const at = fc.integer({ min: 12, max: Math.min(bytes.length, 400) - 1 });
    const changes = fc.array(fc.tuple(at, fc.constantFrom(0, 1, 8, 0x7f, 0x80, 0xff)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(changes, (overwritten) => {
        const changed = Buffer.from(bytes);
        for (const [index, value] of overwritten) changed[index] = value;
        const size = readRasterSize(changed, format);
        for (const side of size === undefined ? [] : [size.width, size.height]) {
          assert.ok(Number.isInteger(side) && side > 0 && side < 2 ** 31, String(side));
        }
      }),
      { numRuns: 300 },
    );
  });
}
