import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { toRaster } from '../raster.ts';
import { flatArt, flatPng, flatSvg } from '../testing/flat-art.ts';
import { photograph, type TestLogo } from '../testing/logos.ts';
import { REAL_LOGOS, svgLogo } from '../testing/real-logos.ts';
import { recoloured } from '../testing/recoloured.ts';

const LETTER = 'M30 20h12v48h28v12H30z';

async function asPng({ bytes }: TestLogo): Promise<TestLogo> {
  return { format: 'png', bytes: await sharp(bytes).resize(120).png().toBuffer() };
}

test('a monochrome logo is of one colour', async () => {
  const photo: TestLogo = { format: 'png', bytes: await photograph(100).png().toBuffer() };
  const check = async (logo: TestLogo, width: number) => {
    const { data } = (await recoloured(logo, { mode: 'monochrome', colour: '#6b21a8', width })).raster;
    for (let at = 0; at < data.length; at += 4) {
      // Below that, eight bits of a premultiplied channel cannot hold the colour.
      if (data.readUInt8(at + 3) < 128) continue;
      const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
      const off = Math.max(Math.abs(red - 0x6b), Math.abs(green - 0x21), Math.abs(blue - 0xa8));
      assert.ok(off <= 1, `${logo.format}: ${red} ${green} ${blue}`);
    }
  };
  await check(photo, 100);
  await fc.assert(
    fc.asyncProperty(flatArt, async (art) => {
      await check(flatSvg(art), 60);
      await check(await flatPng(art), 60);
    }),
    { numRuns: 20 },
  );
});

test('a logo of one colour keeps its alpha', async () => {
  const alpha = (data: Buffer) => [...data].filter((_, at) => at % 4 === 3);
  for (const logo of Object.values(REAL_LOGOS)) {
    const before = alpha((await toRaster(sharp(logo.bytes, { density: 360 }).resize(120, 120))).data);
    const after = alpha((await recoloured(logo, { mode: 'monochrome', colour: '#6b21a8', width: 120 })).raster.data);
    const off = before.reduce((sum, value, at) => sum + Math.abs(value - (after[at] ?? 0)), 0);
    assert.ok(off / before.length < 1.5, `alpha is ${off / before.length} off`);
  }
});

for (const [what, content, plate, letter, beside] of [
  [
    'a plate that fills the picture is left out',
    `<rect width="100" height="100" fill="#1d4ed8"/><path d="${LETTER}" fill="#fff"/>`,
    0,
    255,
    0,
  ],
  [
    'white paper is left out',
    `<rect width="100" height="100" fill="#fff"/><path d="${LETTER}" fill="#1d4ed8"/>`,
    0,
    255,
    0,
  ],
  [
    'white on a mark is knocked out',
    `<circle cx="50" cy="50" r="48" fill="#1d4ed8"/><path d="${LETTER}" fill="#fff"/>`,
    255,
    0,
    0,
  ],
  ['white alone is ink', `<path d="${LETTER}" fill="#fff"/>`, 0, 255, 0],
] as const) {
  test(`in monochrome ${what}`, async () => {
    for (const logo of [svgLogo(content), await asPng(svgLogo(content))]) {
      const { data } = (await recoloured(logo, { mode: 'monochrome', width: 100 })).raster;
      const alphaAt = (x: number, y: number) => data.readUInt8((y * 100 + x) * 4 + 3);
      assert.deepEqual([alphaAt(60, 40), alphaAt(36, 50), alphaAt(0, 0)], [plate, letter, beside], logo.format);
    }
  });
}

test('in monochrome colours that touch are told apart by their tone, none of them lost', async () => {
  const flag =
    '<path d="M10 20h80v20h-80z"/><path d="M10 40h80v20h-80z" fill="#d00"/><path d="M10 60h80v20h-80z" fill="#fc0"/>';
  const { data } = (await recoloured(svgLogo(flag), { mode: 'monochrome', width: 100 })).raster;
  const [black = 0, red = 0, yellow = 0] = [30, 50, 70].map((y) => data.readUInt8((y * 100 + 50) * 4 + 3));
  assert.equal(black, 255);
  assert.ok(black - red > 20 && red - yellow > 20 && yellow > 90, `${[black, red, yellow]}`);
});

test('colours that do not touch are all full ink', async () => {
  const content = '<path d="M5 20h40v60h-40z" fill="#024"/><path d="M55 20h40v60h-40z" fill="#fc0"/>';
  const { raster, svg } = await recoloured(svgLogo(content), { mode: 'monochrome', width: 100 });
  assert.deepEqual(
    [25, 75].map((x) => raster.data.readUInt8((50 * 100 + x) * 4 + 3)),
    [255, 255],
  );
  assert.doesNotMatch(svg, /mask/);
});
