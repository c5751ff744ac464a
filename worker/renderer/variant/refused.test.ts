import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProblemName } from '@logomorph/contract/problem.ts';
import { assertProblem } from '../testing/assert-problem.ts';
import { paint, photograph, type TestLogo } from '../testing/logos.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { renderOne } from '../testing/render-all.ts';

type Fields = NonNullable<Parameters<typeof renderOne>[1]>;

/** Its head says 600 × 400, and to decode it fails: what is refused all the same was refused by the head. */
const damaged: TestLogo = {
  format: 'png',
  bytes: await paint(600, 400, (x) => [x % 256, 9, 9, 255])
    .png()
    .toBuffer(),
};
damaged.bytes.fill(0x55, 200, 600);

const tall = svgLogo('<rect width="10" height="90"/>', 'viewBox="0 0 10 90"');

const assertRefused = (logo: TestLogo, fields: Fields, problem: ProblemName, detail: RegExp) =>
  assertProblem(renderOne(logo, fields), problem, detail);

test('the damaged picture cannot be decoded', () => assertRefused(damaged, {}, 'unreadable-logo', /./));

for (const [fields, problem, detail] of [
  [{ format: 'svg' }, 'format-not-possible', /No SVG can be made of a png/],
  [{ format: 'gif', colourSpace: 'p3' }, 'format-not-possible', /gif is sRGB, not p3/],
  [{ format: 'ico', width: 48 }, 'format-not-possible', /square of at most 256 .* 48 × 32 pixels/],
  [{ format: 'ico', width: 300, height: 300, fit: 'fill' }, 'format-not-possible', /300 × 300/],
  [{ format: 'icns', width: 100, height: 100, fit: 'contain' }, 'format-not-possible', /16, 32, 64.* 100 × 100/],
  [{ padding: '300px', width: 600 }, 'format-not-possible', /padding of 300px/],
  [{ padding: '50%' }, 'format-not-possible', /padding of 50%/],
  [{ padding: '20px', width: 40, height: 40, fit: 'contain' }, 'format-not-possible', /padding of 20px/],
  [{ crop: { left: 0, top: 0, width: 601, height: 10 } }, 'crop-outside-logo', /601 × 10 from 0, 0; .* 600 × 400/],
  [{ crop: { left: 5, top: 391, width: 10, height: 10 } }, 'crop-outside-logo', /10 × 10 from 5, 391/],
  [{ height: 4000 }, 'output-too-large', /6000 × 4000 pixels; the limit of a side is 4096/],
  [{ width: 4096, padding: '1px', height: 4096, fit: 'outside' }, 'output-too-large', /the limit of a side is 4096/],
] as const) {
  test(`${JSON.stringify(fields)} is refused before anything is decoded`, () =>
    assertRefused(damaged, fields, problem, detail));
}

for (const [fields, problem, detail] of [
  [{ format: 'svg', background: 'blurred' }, 'format-not-possible', /cannot be blurred/],
  [{ format: 'svg', colourSpace: 'p3' }, 'format-not-possible', /svg is sRGB, not p3/],
  [{ crop: { left: 5, top: 0, width: 6, height: 90 } }, 'crop-outside-logo', /the logo has 10 × 90/],
  [{ width: 500 }, 'output-too-large', /500 × 4500/],
] as const) {
  test(`${JSON.stringify(fields)} of an SVG is refused`, () => assertRefused(tall, fields, problem, detail));
}

test('a logo that would be drawn far longer than it is seen is refused', async () => {
  const line: TestLogo = {
    format: 'png',
    bytes: await paint(5000, 1, () => [9, 9, 9, 255])
      .png()
      .toBuffer(),
  };
  const cover = { width: 4096, height: 4096, fit: 'cover' } as const;
  await assertRefused(line, cover, 'output-too-large', /drawn 20480000 pixels long; the limit is 1000000/);
  assert.equal((await renderOne(line, { ...cover, width: 200, height: 200 })).width, 200);
});

test('a size that only trimming tells is refused as soon as it is known', async () => {
  const bytes = await paint(100, 100, (x, y) => (y === 50 && x > 20 && x < 80 ? [9, 9, 9, 255] : [0, 0, 0, 0]))
    .png()
    .toBuffer();
  await assertRefused({ format: 'png', bytes }, { trim: true, height: 100 }, 'output-too-large', /5900 × 100/);
  await assertRefused({ format: 'png', bytes }, { trim: true, format: 'ico' }, 'format-not-possible', /59 × 1/);
});

test('all frames of the output count', async () => {
  const logo: TestLogo = { format: 'gif', bytes: blinkingPixel(100, 5) };
  const large = { format: 'webp', width: 3000, height: 3000 } as const;
  await assertRefused(logo, large, 'output-too-large', /5 frames of 3000 × 3000 pixels; the limit .* 40000000/);
  const first = { ...large, animated: false, crop: { left: 0, top: 0, width: 1, height: 1 } };
  assert.equal((await renderOne(logo, first)).width, 3000, 'a frame alone is within the limit');
});

/** A GIF with a canvas far larger than its frames, which have a pixel each (GIF89a § 18, 20, 22, 23). */
function blinkingPixel(side: number, frames: number): Buffer {
  const [low, high] = [side & 0xff, side >> 8];
  const head = [...Buffer.from('GIF89a'), low, high, low, high, 0x80, 0, 0, 0, 0, 0, 255, 0, 0];
  const frame = [0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x4c, 1, 0];
  return Buffer.from([...head, ...Array.from({ length: frames }, () => frame).flat(), 0x3b]);
}

test('a part that shows nothing is refused, and so is a logo that does', async () => {
  const photo: TestLogo = { format: 'png', bytes: await photograph(100).png().toBuffer() };
  await assertRefused(photo, { crop: { left: 0, top: 0, width: 5, height: 5 } }, 'empty-logo', /transparent/);
  const empty: TestLogo = {
    format: 'png',
    bytes: await paint(9, 9, () => [9, 9, 9, 0])
      .png()
      .toBuffer(),
  };
  for (const fields of [{}, { trim: true }, { background: '#ff0000' }] as const) {
    await assertRefused(empty, fields, 'empty-logo', /transparent/);
  }
});
