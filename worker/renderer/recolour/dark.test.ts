import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import sharp from 'sharp';
import { contrastRatio } from '../colour/contrast.ts';
import { mixtureOf } from '../colour/mixture.ts';
import { BLACK, hexOf, rgbOfHex, WHITE } from '../colour/srgb.ts';
import { areaColours, flatArt, flatPng, flatSvg } from '../testing/flat-art.ts';
import { photograph, type TestLogo } from '../testing/logos.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { recoloured } from '../testing/recoloured.ts';

/** The colours of the areas of a logo for a dark ground. */
async function darkColours(content: string, background = '#121212'): Promise<string[]> {
  const { raster } = await recoloured(svgLogo(content), { mode: 'dark', background });
  return [...areaColours(raster)].map(hexOf).sort();
}

function mostContrast(background: string): number {
  return Math.max(...[WHITE, BLACK].map((ink) => contrastRatio(ink, rgbOfHex(background))));
}

const paper = '<rect width="100" height="100" fill="#fff"/>';

test('every area has the contrast that was asked for, or the most there is, on any ground', async () => {
  const grounds = fc.oneof(fc.integer({ min: 0, max: 0xffffff }).map(hexOf), fc.constantFrom('#121212', '#ffffff'));
  const contrasts = fc.constantFrom(1, 3, 4.5, 7, 21);
  await fc.assert(
    fc.asyncProperty(flatArt, grounds, contrasts, async (art, background, contrast) => {
      const least = Math.min(contrast, mostContrast(background));
      for (const logo of [flatSvg(art), await flatPng(art)]) {
        const { raster } = await recoloured(logo, { mode: 'dark', background, contrast });
        for (const rgb of areaColours(raster)) {
          const kept = contrastRatio(rgb, rgbOfHex(background));
          assert.ok(kept >= least - 1e-9, `${logo.format}: ${hexOf(rgb)} has ${kept} of ${least} on ${background}`);
        }
      }
    }),
    { numRuns: 30 },
  );
});

test('every solid pixel of a photograph and of a gradient has the contrast', async () => {
  const stops = '<stop stop-color="#0b1a5e"/><stop offset="1" stop-color="#7fd4ff"/>';
  const logos: TestLogo[] = [
    { format: 'png', bytes: await photograph(100).png().toBuffer() },
    svgLogo(`<linearGradient id="g">${stops}</linearGradient><circle cx="50" cy="50" r="45" fill="url(#g)"/>`),
  ];
  for (const logo of logos) {
    const { data } = (await recoloured(logo, { mode: 'dark', width: 100 })).raster;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at + 3] !== 255) continue;
      const rgb = data.readUIntBE(at, 3);
      // Between its stops a gradient is mixed by what draws it.
      const least = logo.format === 'svg' ? 4.2 : 4.5;
      assert.ok(contrastRatio(rgb, 0x121212) >= least, `${logo.format}: ${hexOf(rgb)}`);
    }
  }
});

for (const [rule, content, colours] of [
  ['what has the contrast stays', '<path d="M9 9h60v60z" fill="#fbbc05"/>', ['#fbbc05']],
  ['black becomes white', '<path d="M9 9h60v60z"/>', ['#ffffff']],
  [
    'a letter stays white on its plate, which is made lighter, and the word beside it is white as well',
    '<path d="M2 30h30v40h-30z"/><rect x="45" y="20" width="50" height="50" rx="9" fill="#0a66c2"/><path d="M60 30h20v30h-20z" fill="#fff"/>',
    ['#3182e1', '#ffffff'],
  ],
  [
    'black that touches white stays darker than it',
    '<circle cx="50" cy="50" r="45"/><path d="M40 30h20v40h-20z" fill="#fff"/>',
    ['#7d7d7d', '#ffffff'],
  ],
  ['white paper becomes the ground', `${paper}<path d="M20 20h50v50z"/>`, ['#121212', '#ffffff']],
  [
    'black paper becomes the ground, and what is on it stays',
    '<rect width="100" height="100"/><path d="M20 20h50v50z" fill="#ffcc00"/>',
    ['#121212', '#ffcc00'],
  ],
  [
    'black paper becomes the ground behind ink that is nearly black, too',
    '<rect width="100" height="100"/><path d="M20 20h50v50z" fill="#0a0a0a"/>',
    ['#121212', '#d0d0d0'],
  ],
  [
    'a plate of a colour to all edges is no paper',
    '<rect width="100" height="100" fill="#1d4ed8"/><path d="M20 20h50v50z" fill="#fff"/>',
    ['#4279ff', '#ffffff'],
  ],
] as const) {
  test(`for a dark ground ${rule}`, async () => assert.deepEqual(await darkColours(content), colours));
}

test('a light ground mirrors the other way', async () => {
  assert.deepEqual(await darkColours('<path d="M9 9h60v60z" fill="#fff"/>', '#ffffff'), ['#000000']);
});

test('edges of ink on paper are between the two that they became, with no fringe', async () => {
  const picture = sharp(svgLogo(`${paper}<circle cx="50" cy="50" r="40" fill="#003"/>`).bytes).png();
  const { raster } = await recoloured({ format: 'png', bytes: await picture.toBuffer() }, { mode: 'dark', width: 100 });
  const [ink, ground] = [raster.data.readUIntBE((50 * 100 + 50) * 4, 3), 0x121212];
  for (let at = 0; at < raster.data.length; at += 4) {
    const { off } = mixtureOf(raster.data.readUIntBE(at, 3), ink, ground);
    assert.ok(off <= 6, `${hexOf(raster.data.readUIntBE(at, 3))} is no mixture`);
  }
});

const SHADOWS = [
  [
    'a filter',
    '<filter id="f"><feDropShadow dx="20" dy="0" stdDeviation="0" flood-color="#000"/></filter>',
    '"url(#f)"',
  ],
  ['CSS', '', '"drop-shadow(20px 0 0 #000)"'],
  ['a rule', '<style>path{filter:drop-shadow(20px 0 0 #000)}</style>', '"inherit"'],
  [
    'primitives',
    '<filter id="f"><feFlood flood-color="#000"/><feComposite in2="SourceAlpha" operator="in"/><feOffset dx="20"/>' +
      '<feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter>',
    '"url(#f)"',
  ],
] as const;

for (const [by, above, filter] of SHADOWS) {
  test(`a drop shadow by ${by} stays a shadow on a dark ground`, async () => {
    const shape = `<path d="M20 30h40v40h-40z" fill="#ffcc00" filter=${filter}/>`;
    assert.deepEqual(await darkColours(above + shape), ['#000000', '#ffcc00']);
  });
}

test('a dark scheme of its own is what a logo becomes', async () => {
  const style =
    '<style>path{fill:#024}@media (prefers-color-scheme:dark){path{fill:#8cf}}@media (prefers-color-scheme:light){path{fill:red}}</style>';
  assert.deepEqual(await darkColours(`${style}<path d="M9 9h60v60z"/>`), ['#88ccff']);
});
