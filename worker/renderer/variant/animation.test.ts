import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { paint, type TestLogo } from '../testing/logos.ts';
import { difference, type Rgba } from '../testing/pixels.ts';
import { renderOne } from '../testing/render-all.ts';

const DELAYS = [100, 250, 70];
const GROUND = [0, 0, 0, 0] as const;
const INKS = [
  [220, 20, 20, 255],
  [20, 200, 20, 255],
  [20, 20, 220, 255],
] as const;

/** 40 × 20: a square of 10 that goes to the right, 5 from the top, in another colour each time. */
async function walk(format: 'gif' | 'webp', loop = 3, delay: readonly number[] = DELAYS): Promise<TestLogo> {
  const frames = await Promise.all(
    INKS.map((ink, index) => {
      const left = 5 + index * 10;
      return paint(40, 20, (x, y) => (x >= left && x < left + 10 && y >= 5 && y < 15 ? ink : GROUND))
        .png()
        .toBuffer();
    }),
  );
  const strip = sharp(frames, { join: { animated: true } });
  const options = { delay: [...delay], loop };
  return {
    format,
    bytes: await (format === 'gif' ? strip.gif(options) : strip.webp({ ...options, lossless: true })).toBuffer(),
  };
}

/** Reads an animation back: its head, and the colour of a place in each frame. */
async function framesOf(bytes: Buffer) {
  const { pages, width, height, delay, loop } = await sharp(bytes).metadata();
  const { data, info } = await sharp(bytes, { animated: true })
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (frame: number, x: number, y: number): Rgba => {
    const from = ((frame * height + y) * info.width + x) * 4;
    return [data[from] ?? 0, data[from + 1] ?? 0, data[from + 2] ?? 0, data[from + 3] ?? 0];
  };
  return { head: { pages, width, height, delay, loop }, at };
}

for (const from of ['gif', 'webp'] as const) {
  for (const format of ['gif', 'webp'] as const) {
    test(`an animated ${from} as ${format} keeps frames, delays and loops`, async () => {
      const file = await renderOne(await walk(from), { format, width: 80, lossless: true });
      const { head, at } = await framesOf(file.bytes);
      assert.deepEqual(head, { pages: 3, width: 80, height: 40, delay: DELAYS, loop: 3 });
      assert.deepEqual([file.width, file.height], [80, 40]);
      for (const [frame, ink] of INKS.entries()) {
        assert.ok(difference(at(frame, 20 + frame * 20, 20), ink) <= 8, `${at(frame, 20 + frame * 20, 20)}`);
        assert.equal(at(frame, 3, 20)[3], 0);
      }
    });
  }
}

test('the times of a WebP add up in a GIF, in none of which is what browsers show for longer', async () => {
  const delaysOf = async (...delays: number[]) => {
    const { bytes } = await renderOne(await walk('webp', 3, delays), { format: 'gif' });
    return (await framesOf(bytes)).head.delay;
  };
  assert.deepEqual(await delaysOf(33, 33, 34), [30, 40, 30]);
  assert.deepEqual(await delaysOf(25, 25, 25), [30, 20, 30]);
  assert.deepEqual(await delaysOf(12, 16, 500), [20, 20, 500]);
});

test('an animation that is shown for ever goes on so', async () => {
  for (const from of ['gif', 'webp'] as const) {
    const { bytes } = await renderOne(await walk(from, 0), { format: 'webp' });
    assert.equal((await framesOf(bytes)).head.loop, 0, from);
  }
});

test('each field acts on all frames, which stay where they are to one another', async () => {
  const logo = await walk('gif');
  const fields = { format: 'webp', lossless: true } as const;
  // The frames together have ink from 5 to 35 and from 5 to 15.
  const trimmed = await framesOf((await renderOne(logo, { ...fields, trim: true })).bytes);
  assert.deepEqual([trimmed.head.width, trimmed.head.height, trimmed.head.pages], [30, 10, 3]);
  assert.deepEqual(
    [0, 1, 2].map((frame) => trimmed.at(frame, 5 + frame * 10, 5)),
    INKS,
  );

  const crop = { left: 10, top: 0, width: 20, height: 20 };
  const cropped = await framesOf((await renderOne(logo, { ...fields, crop })).bytes);
  assert.deepEqual([cropped.head.width, cropped.at(1, 10, 10), cropped.at(2, 17, 10)], [20, INKS[1], INKS[2]]);

  const turned = await framesOf((await renderOne(logo, { ...fields, rotate: 90, flip: 'vertical' })).bytes);
  assert.deepEqual([turned.head.width, turned.head.height, turned.head.pages], [20, 40, 3]);
  assert.deepEqual(
    [0, 1, 2].map((frame) => turned.at(frame, 10, 30 - frame * 10)),
    INKS,
  );

  const box = {
    width: 20,
    height: 20,
    fit: 'cover',
    gravity: 'attention',
    background: '#ffffff',
    radius: '10px',
  } as const;
  const boxed = await framesOf((await renderOne(logo, { ...fields, ...box, padding: '2px' })).bytes);
  assert.deepEqual([boxed.head.width, boxed.head.height, boxed.head.pages], [20, 20, 3]);
  for (const frame of [0, 1, 2]) {
    assert.deepEqual([boxed.at(frame, 0, 0)[3], boxed.at(frame, 10, 1)], [0, [255, 255, 255, 255]]);
  }
});

test('frames show nothing of one another at their edges', async () => {
  const halves = (above: Readonly<Rgba>) =>
    paint(40, 40, (_, y) => (y < 20 ? above : INKS[2]))
      .png()
      .toBuffer();
  const strip = sharp([await halves(INKS[0]), await halves(INKS[1])], { join: { animated: true } });
  const logo: TestLogo = { format: 'webp', bytes: await strip.webp({ lossless: true }).toBuffer() };
  const { at } = await framesOf((await renderOne(logo, { format: 'webp', lossless: true, width: 15 })).bytes);
  assert.deepEqual([at(0, 7, 0), at(0, 7, 14), at(1, 7, 0), at(1, 7, 14)], [INKS[0], INKS[2], INKS[1], INKS[2]]);
});

test('the first frame alone is taken for formats without animation, and when it is not wanted', async () => {
  const logo = await walk('webp');
  for (const fields of [{ format: 'png' }, { format: 'avif' }, { format: 'webp', animated: false }] as const) {
    const metadata = await sharp((await renderOne(logo, fields)).bytes).metadata();
    assert.deepEqual([metadata.pages ?? 1, metadata.width, metadata.height], [1, 40, 20], fields.format);
  }
});

test('maxBytes holds for an animation as a whole', async () => {
  const logo = await walk('webp');
  const { length } = (await renderOne(logo, { format: 'gif', width: 400 })).bytes;
  const small = await renderOne(logo, { format: 'gif', width: 400, maxBytes: Math.floor(length * 0.9) });
  assert.ok(small.bytes.length <= length * 0.9);
  assert.equal((await framesOf(small.bytes)).head.pages, 3);
});
