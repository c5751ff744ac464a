import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paint } from '@logomorph/worker/renderer/testing/logos.ts';
import { ssim } from './ssim.ts';

type Paint = Parameters<typeof paint>[2];

const picture = (colourAt: Paint, [width, height] = [48, 40]) =>
  paint(width ?? 0, height ?? 0, colourAt)
    .png()
    .toBuffer();
const checks: Paint = (x, y) => (((x >> 2) + (y >> 2)) % 2 === 0 ? [200, 40, 40, 255] : [20, 60, 90, 255]);
const noisy =
  (amount: number): Paint =>
  (x, y) => {
    const [red, green, blue, alpha] = checks(x, y);
    const noise = ((x * 31 + y * 17) % 3) - 1;
    return [red + noise * amount, green, blue, alpha];
  };

test('a picture is 1 with itself, and less the more noise it has', async () => {
  const clean = await picture(checks);
  assert.equal(await ssim(clean, await picture(checks)), 1);
  const [little, much] = [await ssim(clean, await picture(noisy(4))), await ssim(clean, await picture(noisy(20)))];
  assert.ok(1 > little && little > much && much > 0.5, `${little}, ${much}`);
});

test('two flat colours differ by the luminance term alone', async () => {
  const flat = (grey: number) => picture(() => [grey, grey, grey, 255]);
  const c1 = 6.5025;
  const expected = (2 * 100 * 120 + c1) / (100 ** 2 + 120 ** 2 + c1);
  assert.ok(Math.abs((await ssim(await flat(100), await flat(120))) - expected) < 1e-9);
});

test('a negative is less than 0', async () => {
  const negative: Paint = (x, y) => {
    const [red, green, blue, alpha] = checks(x, y);
    return [220 - red, 100 - green, 130 - blue, alpha];
  };
  assert.ok((await ssim(await picture(checks), await picture(negative))) < 0);
});

test('white and black that are transparent are equal, a hole in white is seen though it is white on white', async () => {
  const clear = (channel: number) => picture(() => [channel, channel, channel, 0]);
  assert.equal(await ssim(await clear(0), await clear(255)), 1);
  const hole = await picture((x) => [255, 255, 255, x < 20 ? 0 : 255]);
  assert.ok((await ssim(await picture(() => [255, 255, 255, 255]), hole)) < 0.6);
});

test('pictures smaller than a window are compared; those of two sizes are not', async () => {
  const small = await picture(checks, [3, 2]);
  assert.equal(await ssim(small, small), 1);
  await assert.rejects(ssim(small, await picture(checks)), /3 × 2 and 48 × 40/);
});
