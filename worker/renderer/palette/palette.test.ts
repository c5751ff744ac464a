import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Palette, type PaletteRecipe } from '@logomorph/contract/recipe/palette.ts';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { decode, isBlurhashValid } from 'blurhash';
import sharp from 'sharp';
import { thumbHashToApproximateAspectRatio, thumbHashToRGBA } from 'thumbhash';
import Value from 'typebox/value';
import { assertProblem } from '../testing/assert-problem.ts';
import { letterL, photograph, rasterLogos, type TestLogo } from '../testing/logos.ts';
import { difference } from '../testing/pixels.ts';
import { REAL_LOGOS, svgLogo } from '../testing/real-logos.ts';
import { renderAll } from '../testing/render-all.ts';

async function paletteOf(logo: TestLogo, fields: Partial<PaletteRecipe> = {}): Promise<Palette> {
  const [file, ...more] = (await renderAll(logo, completeRecipe('palette', fields))).values();
  assert.deepEqual([file?.name, file?.mediaType, more.length], ['palette.json', 'application/json', 0]);
  return Value.Parse(Palette, JSON.parse(file?.bytes.toString() ?? ''));
}

const shares = (palette: Palette) => palette.colours.map(({ hex, share }) => [hex, share]);
const jpeg = async (logo: TestLogo): Promise<TestLogo> => ({
  format: 'jpeg',
  bytes: await sharp(logo.bytes, { density: 400 }).flatten({ background: '#ffffff' }).jpeg({ quality: 85 }).toBuffer(),
});
const letter: TestLogo = { format: 'png', bytes: await letterL(500, 400).png().toBuffer() };

test('the palette of every logo is one of the schema', async () => {
  for (const [name, logo] of Object.entries({ ...REAL_LOGOS, ...(await rasterLogos()) })) {
    const palette = await paletteOf(logo);
    const total = palette.colours.reduce((sum, { share }) => sum + share, 0);
    assert.ok(total > 0.999 && total < 1.001, name);
    assert.equal(palette.dominant, palette.colours[0]?.hex, name);
    assert.ok(isBlurhashValid(palette.blurHash).result, name);
  }
});

test('a real logo of one colour has it alone', async () => {
  for (const logo of Object.values(REAL_LOGOS)) assert.deepEqual(shares(await paletteOf(logo)), [['#000000', 1]]);
});

test('flat colours are exact, shared by their area, with no mixture among them', async () => {
  const logo = svgLogo(
    '<circle cx="50" cy="50" r="40" fill="#1d4ed8"/><circle cx="50" cy="50" r="20" fill="#fff"/><path d="M50 45l5 10h-10z" fill="#f59e0b"/>',
  );
  const palette = await paletteOf(logo);
  assert.deepEqual(
    palette.colours.map(({ hex }) => hex),
    ['#1d4ed8', '#ffffff', '#f59e0b'],
  );
  assert.ok(Math.abs((palette.colours[0]?.share ?? 0) - 0.75) < 0.01);
  assert.deepEqual([palette.dominant, palette.accent], ['#1d4ed8', '#f59e0b']);
});

test('at most as many colours are told as were asked for, each one of the logo', async () => {
  const swatches = ['#800000', '#900000', '#008000', '#009000', '#000080', '#000090'];
  const logo = svgLogo(
    swatches.map((hex, i) => `<rect x="${i * 16}" width="14" height="${99 - i}" fill="${hex}"/>`).join(''),
  );
  const { colours } = await paletteOf(logo, { colours: 3 });
  assert.equal(colours.length, 3);
  assert.deepEqual(colours.map(({ hex }) => swatches.indexOf(hex) >> 1).sort(), [0, 1, 2]);
});

test('a gradient and a photograph have a few colours that stand for all', async () => {
  const stops = '<stop stop-color="#0b1a5e"/><stop offset="1" stop-color="#7fd4ff"/>';
  const gradient = svgLogo(`<linearGradient id="g">${stops}</linearGradient><path d="M0 0h99v99z" fill="url(#g)"/>`);
  const photo: TestLogo = { format: 'png', bytes: await photograph(300).png().toBuffer() };
  for (const logo of [gradient, photo]) {
    const { colours } = await paletteOf(logo);
    assert.equal(colours.length, 6);
    assert.ok(colours.every(({ share }) => share > 0.02));
  }
});

test('the noise of JPEG is no colour, and white paper is no ink', async () => {
  const palette = await paletteOf(await jpeg(svgLogo('<circle cx="50" cy="50" r="30" fill="#1d4ed8"/>')));
  assert.equal(palette.paper, '#ffffff');
  assert.equal(palette.colours.length, 1);
  const rgb = [1, 3, 5].map((at) => Number.parseInt(palette.dominant.slice(at, at + 2), 16));
  assert.ok(difference(rgb, [0x1d, 0x4e, 0xd8]) <= 3, palette.dominant);
});

test('contrast ratios are those of WCAG, never rounded up', async () => {
  const { colours } = await paletteOf(svgLogo('<path d="M0 0h99v99z" fill="#777"/>'));
  assert.deepEqual([colours[0]?.contrastOnWhite, colours[0]?.contrastOnBlack], [4.47, 4.68]);
});

for (const [colour, background] of [
  ['#000', 'light'],
  ['#fff', 'dark'],
  ['#ffcc00', 'dark'],
  ['#0a2540', 'light'],
  ['#e4002b', 'either'],
] as const) {
  test(`${colour} is for a ground that is ${background}`, async () => {
    const mark = `<circle cx="50" cy="50" r="45" fill="${colour}"/>`;
    assert.equal((await paletteOf(svgLogo(mark))).background, background);
    const letter = '<path d="M40 30h8v30h20v8H40z" fill="#888"/>';
    assert.equal((await paletteOf(svgLogo(mark + letter))).background, background, 'with a letter inside');
  });
}

test('placeholders look like the logo: BlurHash on its ground, ThumbHash with its alpha', async () => {
  const { blurHash, thumbHash, aspectRatio, background } = await paletteOf(letter);
  assert.equal(aspectRatio, 1.25);
  assert.equal(background, 'light');
  const blurred = decode(blurHash, 50, 40);
  const at = (x: number, y: number) => [...blurred.subarray((y * 50 + x) * 4, (y * 50 + x) * 4 + 3)];
  assert.ok(difference(at(45, 8), [255, 255, 255]) < 70, `the ground is ${at(45, 8)}`);
  const [stem = [], foot = []] = [at(9, 14), at(20, 32)];
  assert.ok((stem[0] ?? 0) > (stem[2] ?? 0) + 60, `the stem is ${stem}`);
  assert.ok((foot[2] ?? 0) > (foot[0] ?? 0) + 40, `the foot is ${foot}`);

  const hash = Buffer.from(thumbHash, 'base64');
  assert.ok(Math.abs(thumbHashToApproximateAspectRatio(hash) - 1.25) < 0.2);
  const { w, h, rgba } = thumbHashToRGBA(hash);
  const alphaAt = (x: number, y: number) => rgba[(Math.floor(y * h) * w + Math.floor(x * w)) * 4 + 3] ?? 0;
  assert.ok(alphaAt(0.2, 0.5) > 120 && alphaAt(0.8, 0.3) < 80, `${alphaAt(0.2, 0.5)} ${alphaAt(0.8, 0.3)}`);
});

test('the same logo gives the same palette', async () => {
  for (const logo of [letter, await jpeg(letter)]) assert.deepEqual(await paletteOf(logo), await paletteOf(logo));
});

test('a logo that shows nothing has no palette', async () => {
  await assertProblem(paletteOf(svgLogo('<path d="M0 0h9v9z" fill="none"/>')), 'empty-logo', /transparent/);
});
