import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { ProblemName } from '@logomorph/contract/problem.ts';
import { gifTricks } from './hostile/gif-tricks.ts';
import { chunk, png, withSize } from './hostile/png.ts';
import { openLogo } from './open-logo.ts';
import { assertProblem } from './testing/assert-problem.ts';
import { paint, photograph } from './testing/logos.ts';
import { svgLogo } from './testing/real-logos.ts';
import { kitRecipe, renderAll, variantRecipe } from './testing/render-all.ts';

const assertNotOpened = (format: LogoFormat, bytes: Buffer, problem: ProblemName, detail: RegExp) =>
  assertProblem(openLogo(bytes, format), problem, detail);

async function assertNotRendered(format: LogoFormat, bytes: Buffer, problem: ProblemName, detail: RegExp) {
  for (const recipe of [kitRecipe(), variantRecipe({ width: 100 })]) {
    await assertProblem(renderAll({ format, bytes }, recipe), problem, detail);
  }
}

/** One of the corpus. */
const hostileGif = (name: string) => gifTricks().find((logo) => logo.name.includes(name))?.bytes ?? assert.fail(name);

for (const format of ['png', 'jpeg', 'webp', 'gif', 'avif'] as const) {
  test(`a ${format} that was cut off is refused, before anything of it is decoded`, async () => {
    const whole = await photograph(100).toFormat(format).toBuffer();
    for (const part of [0.2, 0.6, 0.99]) {
      const bytes = whole.subarray(0, Math.floor(whole.length * part));
      await assertNotOpened(format, bytes, 'truncated-logo', new RegExp(`ends after ${bytes.length} bytes`));
    }
  });
}

test('a picture over a limit is refused by its head, with the limit and the value', async () => {
  const tooMany = 'logo-too-many-pixels';
  await assertNotOpened('png', withSize(png(), 9000, 8000), tooMany, /72000000 pixels; the limit is 40000000/);
  await assertNotOpened('png', withSize(png(), 20_001, 1), tooMany, /20001 pixels long; the limit is 20000/);
  await assertNotOpened('png', withSize(png(), 1, 20_001), tooMany, /20001 pixels long/);
  await assertNotOpened(
    'gif',
    hostileGif('a hundred and one frames'),
    'logo-too-many-frames',
    /101 frames; the limit is 100/,
  );
  await assertNotOpened('gif', hostileGif('a hundred frames'), tooMany, /All frames of the picture: 100000000 pixels/);
});

test('a logo that shows nothing is refused', async () => {
  const transparent = await paint(50, 50, () => [255, 0, 0, 0])
    .png()
    .toBuffer();
  await assertNotRendered('png', transparent, 'empty-logo', /transparent/);
  const invisible = svgLogo('<rect width="10" height="10" fill="none"/>').bytes;
  await assertNotRendered('svg', invisible, 'empty-logo', /transparent/);
  await assertNotRendered('svg', svgLogo('').bytes, 'empty-logo', /transparent/);
});

test('a picture whose data are damaged is refused', async () => {
  const damaged = await photograph(100).png().toBuffer();
  damaged.fill(0x55, 100, 400);
  await assertNotRendered('png', damaged, 'unreadable-logo', /^The bytes cannot be decoded as png$/);
});

const image = (picture: Buffer) =>
  `<image width="9" height="9" href="data:image/png;base64,${picture.toString('base64')}"/>`;

test('pictures inside an SVG count together, and as often as they are drawn', async () => {
  const [one, other] = [image(withSize(png(), 5000, 4100)), image(withSize(png(), 4100, 5000))];
  await assertNotOpened('svg', svgLogo(one + other).bytes, 'logo-too-many-pixels', /41000000 pixels/);
  const often = svgLogo(`<g id="a">${one}</g>${'<use href="#a"/>'.repeat(5)}`).bytes;
  await assertNotOpened(
    'svg',
    often,
    'logo-too-complex',
    /123000000 pixels of pictures to draw; the limit is 120000000/,
  );
});

test('a picture inside an SVG that is not what it says, or not whole, is refused', async () => {
  const inner = svgLogo('<rect width="9" height="9"/>').bytes;
  await assertNotOpened('svg', svgLogo(image(inner)).bytes, 'unreadable-logo', /does not start as png does/);
  const cut = svgLogo(image(png().subarray(0, -4))).bytes;
  await assertNotOpened('svg', cut, 'truncated-logo', /png picture ends after/);
});

test('texts that are packed in a PNG are taken out before it is opened, and nothing else is', async () => {
  const packed = [chunk('zTXt', 'a\0\0packed'), chunk('iTXt', 'a\0\x01\0\0\0packed')];
  const plain = [chunk('tEXt', 'a\0plain'), chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0plain')];
  const opened = await openLogo(png(...packed, ...plain), 'png');
  assert.ok(opened.kind === 'raster' && opened.bytes.equals(png(...plain)));
});
