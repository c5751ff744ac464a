import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { openLogo } from '../open-logo.ts';
import { toRaster } from '../raster.ts';
import { areaColours, flatArt, flatSvg } from '../testing/flat-art.ts';
import { paint, photograph, type TestLogo } from '../testing/logos.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { logoColours } from './logo-colours.ts';
import { lookAt } from './look.ts';
import { mixtureOf } from './mixture.ts';
import { distance, oklabOf } from './oklab.ts';
import { hexOf, type Rgb } from './srgb.ts';

async function coloursOf({ bytes, format }: TestLogo) {
  const colours = logoColours(await lookAt(await openLogo(bytes, format)));
  assert.ok(colours);
  const hexes = colours.flats.map(({ rgb }) => hexOf(rgb));
  return { ...colours, hexes, touching: colours.touching.map((pair) => pair.map((index) => hexes[index]).sort()) };
}

test('the colours of flat art are its own to the bit, and no mixture of an edge is among them', async () => {
  const { hexes } = await coloursOf(
    svgLogo(
      '<circle cx="40" cy="40" r="33" fill="#e4002b"/><path d="M20 30l60 9-30 60z" fill="#123456"/>' +
        '<path d="M60 60l30 3-9 30z" fill="#fff"/>',
    ),
  );
  assert.deepEqual(hexes.toSorted(), ['#123456', '#e4002b', '#ffffff']);
});

test('the colours found are those that fill areas, or can hardly be told from them', async () => {
  await fc.assert(
    fc.asyncProperty(flatArt, async (art) => {
      const { bytes } = flatSvg(art);
      const raster = await lookAt(await openLogo(bytes, 'svg'));
      const found = logoColours(raster)?.flats ?? [];
      const isLike = (one: Rgb, other: Rgb) =>
        distance(oklabOf(one), oklabOf(other)) < 0.04 || mixtureOf(one, other, other).off < 8;
      for (const { rgb } of found) {
        // Where areas of a few pixels meet, all that is flat may be a mixture of two that are nearly alike.
        const isOfLogo = art.some((shape) => isLike(rgb, shape.rgb));
        assert.ok(isOfLogo, `${hexOf(rgb)} is not of the logo`);
      }
      for (const rgb of areaColours(raster)) {
        assert.ok(
          found.some((flat) => isLike(flat.rgb, rgb)),
          `${hexOf(rgb)} is missing`,
        );
      }
    }),
    { numRuns: 20 },
  );
});

test('the share of a colour is that of its area, weighted by alpha', async () => {
  const { flats } = await coloursOf(
    svgLogo(
      '<rect width="60" height="50" fill="#d00"/><rect y="50" width="40" height="50" fill="#00d" fill-opacity=".5"/>',
    ),
  );
  assert.deepEqual(
    flats.map(({ share }) => share.toFixed(2)),
    ['0.75', '0.25'],
  );
});

test('a stroke that is nowhere flat, on a plate, has its colour found', async () => {
  const bytes = await paint(32, 32, (x, y) => (x === y || x + y === 31 ? [255, 255, 255, 255] : [29, 78, 216, 255]))
    .png()
    .toBuffer();
  const { hexes } = await coloursOf({ format: 'png', bytes });
  assert.deepEqual(hexes, ['#1d4ed8', '#ffffff']);
});

test('a small JPEG has the colours of its areas, and its paper, and not those of its noise', async () => {
  const squares = ['#4285f4', '#ea4335', '#fbbc05', '#34a853'].map(
    (fill, i) => `<rect x="${5 + 48 * (i % 2)}" y="${5 + 48 * (i >> 1)}" width="42" height="42" fill="${fill}"/>`,
  );
  const picture = sharp(svgLogo(squares.join('')).bytes, { density: 46 }).flatten({ background: '#ffffff' });
  const { flats, plate } = await coloursOf({ format: 'jpeg', bytes: await picture.jpeg({ quality: 75 }).toBuffer() });
  assert.equal(flats.length, 5);
  assert.ok((flats[plate ?? -1]?.lab.l ?? 0) > 0.95);
});

test('a plate fills the picture to all its edges behind something else', async () => {
  const plateOf = async (content: string) => {
    const { plate, hexes } = await coloursOf(svgLogo(content));
    return plate === undefined ? undefined : hexes[plate];
  };
  const letter = '<path d="M30 20h12v48h28v12H30z" fill="#fff"/>';
  assert.equal(await plateOf(`<rect width="100" height="100" fill="#1d4ed8"/>${letter}`), '#1d4ed8');
  assert.equal(await plateOf(`<rect width="100" height="100" rx="20" fill="#1d4ed8"/>${letter}`), undefined);
  assert.equal(await plateOf('<rect width="100" height="100" fill="#1d4ed8"/>'), undefined);
});

test('colours touch across a soft edge, and not across what is transparent', async () => {
  const { touching } = await coloursOf(
    svgLogo(
      '<rect width="40" height="100" fill="#0a66c2"/><path d="M9 9l19 3-9 40z" fill="#fff"/>' +
        '<rect x="60" width="40" height="100" fill="#111"/>',
    ),
  );
  assert.deepEqual(touching, [['#0a66c2', '#ffffff']]);
});

test('a photograph has colours, and noise alone too; nothing has none', async () => {
  for (const picture of [
    photograph(200),
    paint(50, 50, (x, y) => [(x * 37) % 256, (y * 91) % 256, (x * y) % 256, 255]),
  ]) {
    assert.ok((logoColours(await toRaster(picture))?.flats.length ?? 0) > 3);
  }
  assert.equal(logoColours(await toRaster(paint(9, 9, () => [9, 9, 9, 0]))), undefined);
});
