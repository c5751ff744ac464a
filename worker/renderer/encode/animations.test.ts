import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { flatten, type Raster } from '../raster.ts';
import { decodeAnimation, decodeApng, seen } from '../testing/animations.ts';
import { asGifShows, encodeAnimatedGif } from './animated-gif.ts';
import { encodeAnimatedWebp } from './animated-webp.ts';
import type { AnimationFrame } from './animation.ts';
import { encodeApng } from './apng.ts';

const SIZE = { width: 23, height: 17 };

type Colour = (x: number, y: number, frame: number) => readonly number[];

/** Frames whose pixels are a function of place and number, each for 100 ms. */
function frames(count: number, colour: Colour): AnimationFrame[] {
  return Array.from({ length: count }, (_, frame) => {
    const pixels = Array.from({ length: SIZE.width * SIZE.height }, (_pixel, at) =>
      colour(at % SIZE.width, Math.floor(at / SIZE.width), frame),
    );
    return { raster: { ...SIZE, data: Buffer.from(pixels.flat()) }, duration: 100 };
  });
}

async function* each(list: readonly AnimationFrame[]): AsyncGenerator<AnimationFrame> {
  yield* list;
}

/** A square that moves and leaves what it was on as it was, with soft corners. */
const moving: Colour = (x, y, frame) => {
  const inside = x >= frame * 3 && x < frame * 3 + 7 && y >= frame && y < frame + 7;
  return inside ? [200, frame * 20, 10, x === frame * 3 ? 120 : 255] : [0, 0, 0, 0];
};
const manyColours: Colour = (x, y, frame) => [x * 11, y * 15, frame * 40, (x + y) % 5 === 0 ? 90 : 255];

const data = (list: readonly { raster: Raster }[]) => list.map(({ raster }) => seen(raster).data);

for (const [what, colour] of [
  ['few colours', moving],
  ['many colours', manyColours],
] as const) {
  test(`an animated WebP of ${what} shows each frame to the pixel`, async () => {
    const list = frames(5, colour);
    const {
      frames: shown,
      delays,
      loop,
    } = await decodeAnimation(await encodeAnimatedWebp(each(list), { size: SIZE, repeats: true }));
    assert.deepEqual(
      shown.map((frame) => seen(frame).data),
      data(list),
    );
    assert.deepEqual([delays, loop], [[100, 100, 100, 100, 100], 0]);
  });

  test(`an APNG of ${what} shows each frame to the pixel`, async () => {
    const list = frames(5, colour);
    const bytes = await encodeApng(() => each(list), { size: SIZE, repeats: false });
    const { frames: shown, delays, loop } = await decodeApng(bytes);
    assert.deepEqual(
      shown.map((frame) => seen(frame).data),
      data(list),
    );
    assert.deepEqual([delays, loop], [[100, 100, 100, 100, 100], 1]);
    assert.equal(bytes.includes('PLTE'), colour === moving, 'a palette where there are few colours');
  });
}

test('an animated GIF shows each frame to the pixel, as far as a GIF can', async () => {
  const list = frames(5, moving);
  const options = { size: SIZE, repeats: false };
  const clear = await decodeAnimation(await encodeAnimatedGif(each(list), { ...options, transparent: true }));
  assert.deepEqual(
    clear.frames.map((frame) => seen(frame).data),
    list.map(({ raster }) => asGifShows(raster).data),
  );
  const opaque = list.map((frame) => ({ ...frame, raster: flatten(frame.raster, '#ffee00') }));
  const ground = await decodeAnimation(await encodeAnimatedGif(each(opaque), { ...options, transparent: false }));
  assert.deepEqual(
    ground.frames.map((frame) => frame.data),
    opaque.map(({ raster }) => raster.data),
  );
  assert.deepEqual(ground.delays, [100, 100, 100, 100, 100]);
});

test('a GIF of more colours than it has room for takes near ones', async () => {
  const list = frames(2, (x, y, frame) => [x * 11, y * 15, frame * 40, 255]);
  const { frames: shown } = await decodeAnimation(
    await encodeAnimatedGif(each(list), { size: SIZE, repeats: false, transparent: false }),
  );
  const off = shown.map((frame, i) => {
    const wanted = list[i]?.raster.data ?? Buffer.alloc(0);
    return frame.data.reduce((most, value, at) => Math.max(most, Math.abs(value - (wanted[at] ?? 0))), 0);
  });
  assert.ok(Math.max(...off) <= 24, `${off}`);
});

test('any indices come through the LZW of a GIF, also when its table is full', async () => {
  const noise = fc.uint8Array({ minLength: 4000, maxLength: 4000, max: 250 });
  const width = 80;
  await fc.assert(
    fc.asyncProperty(noise, fc.integer({ min: 2, max: 251 }), async (values, colours) => {
      const raster = {
        width,
        height: values.length / width,
        data: Buffer.from([...values].flatMap((v) => [v % colours, 7, 9, 255])),
      };
      const frame = { raster, duration: 50 };
      const gif = await encodeAnimatedGif(each([frame]), { size: raster, repeats: false, transparent: false });
      assert.ok((await decodeAnimation(gif)).frames[0]?.data.equals(raster.data));
    }),
    { numRuns: 25 },
  );
});

test('what does not change is shown for longer, and rounded times add up', async () => {
  const [first, second] = frames(2, moving);
  assert.ok(first && second);
  const list = [first, first, second, first, second].map((frame) => ({ ...frame, duration: 100 / 3 }));
  const webp = await decodeAnimation(await encodeAnimatedWebp(each(list), { size: SIZE, repeats: false }));
  assert.deepEqual(webp.delays, [67, 33, 33, 34]);
  const gif = await decodeAnimation(
    await encodeAnimatedGif(each(list), { size: SIZE, repeats: false, transparent: true }),
  );
  assert.deepEqual(gif.delays, [70, 30, 30, 40]);
});

test('an exact frame of a WebP is exact after lossy ones too, also where nothing has changed since', async () => {
  const list = frames(4, (x, y, frame) => manyColours(x, y, x === 5 && y === 5 ? frame : Math.min(frame, 2)));
  const lossy = list.map((frame, i) => ({ ...frame, lossy: i === 1 || i === 2 }));
  const { frames: shown } = await decodeAnimation(
    await encodeAnimatedWebp(each(lossy), { size: SIZE, repeats: false }),
  );
  const exact = shown.map((frame, i) => seen(frame).data.equals(seen(list[i]?.raster ?? frame).data));
  assert.deepEqual(exact, [true, false, false, true]);
});
