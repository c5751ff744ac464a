import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError, type ProblemName } from '@logomorph/contract/problem.ts';
import sharp from 'sharp';
import { encodeIndexedPng } from './encode/indexed-png.ts';
import { paint, photograph } from './testing/logos.ts';
import { svgLogo } from './testing/real-logos.ts';
import { kitRecipe, renderAll, variantRecipe } from './testing/render-all.ts';

/** Both recipes have to refuse a logo, with a detail that tells nothing of how pictures are decoded. */
async function assertRefused(format: LogoFormat, bytes: Buffer, problem: ProblemName, detail?: RegExp) {
  for (const recipe of [kitRecipe(), variantRecipe({ width: 100 })]) {
    await assert.rejects(renderAll({ format, bytes }, recipe), (error) => {
      assert.ok(error instanceof ProblemError, `${error}`);
      assert.equal(error.problem, problem, error.message);
      assert.doesNotMatch(error.message, /vips|libpng|heif|xml2|\/[a-z]+\/|\n/i);
      if (detail) assert.match(error.message, detail);
      return true;
    });
  }
}

for (const format of ['png', 'jpeg', 'webp', 'gif', 'avif'] as const) {
  test(`a ${format} that was cut off is refused`, async () => {
    const whole = await photograph(300).toFormat(format).toBuffer();
    for (const part of [0.2, 0.6, 0.95]) {
      await assertRefused(format, whole.subarray(0, Math.floor(whole.length * part)), 'truncated-logo');
    }
  });
}

test('a PNG that is larger than the limit is refused by its head', async () => {
  const bomb = encodeIndexedPng({ width: 1, height: 1, colours: [0xff], indices: new Uint8Array(1) });
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  await assertRefused('png', bomb, 'logo-too-many-pixels', /3600000000 pixels; the limit is 40000000/);
});

test('an animation of too many frames is refused', async () => {
  const frames = await Promise.all(
    Array.from({ length: 101 }, (_, i) =>
      paint(2, 2, () => [(i % 2) * 255, 0, 0, 255])
        .png()
        .toBuffer(),
    ),
  );
  const bytes = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  await assertRefused('gif', bytes, 'logo-too-many-frames', /101 frames; the limit is 100/);
});

test('a logo that shows nothing is refused', async () => {
  await assertRefused(
    'png',
    await paint(50, 50, () => [255, 0, 0, 0])
      .png()
      .toBuffer(),
    'empty-logo',
  );
  await assertRefused('svg', svgLogo('<rect width="10" height="10" fill="none"/>').bytes, 'empty-logo');
  await assertRefused('svg', svgLogo('').bytes, 'empty-logo');
});

test('bytes of another format than they are said to be are refused', async () => {
  const png = await photograph(20).png().toBuffer();
  const svg = svgLogo('<rect width="10" height="10"/>').bytes;
  await assertRefused('jpeg', png, 'unreadable-logo', /do not start as jpeg does/);
  await assertRefused('png', svg, 'unreadable-logo');
  await assertRefused('svg', png, 'unreadable-logo');
  await assertRefused('avif', Buffer.from('%PDF-1.7 no picture'), 'unreadable-logo');
  await assertRefused('gif', Buffer.alloc(0), 'unreadable-logo');
});

test('a picture whose data are damaged is refused', async () => {
  const png = await photograph(100).png().toBuffer();
  png.fill(0x55, 100, 400);
  await assertRefused('png', png, 'unreadable-logo', /^The bytes cannot be decoded as png$/);
});

test('pictures inside an SVG count against the limit of pixels together', async () => {
  const wide = encodeIndexedPng({ width: 5000, height: 4100, colours: [0xff], indices: new Uint8Array(20_500_000) });
  const image = `<image width="9" height="9" href="data:image/png;base64,${wide.toString('base64')}"/>`;
  await assertRefused('svg', svgLogo(image + image).bytes, 'logo-too-many-pixels', /41000000/);
});

test('a picture inside an SVG that is not what it says is refused', async () => {
  const inner = svgLogo('<rect width="9" height="9"/>').bytes.toString('base64');
  const image = `<image width="9" height="9" href="data:image/png;base64,${inner}"/>`;
  await assertRefused('svg', svgLogo(image).bytes, 'unreadable-logo', /not PNG, JPEG or WebP/);
});
