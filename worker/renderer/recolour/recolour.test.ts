import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { RecolourRecipe } from '@logomorph/contract/recipe/recolour.ts';
import fc from 'fast-check';
import sharp from 'sharp';
import { mixtureOf } from '../colour/mixture.ts';
import { hexOf, rgbOfHex } from '../colour/srgb.ts';
import { toRaster } from '../raster.ts';
import { sanitiseSvg } from '../svg/sanitise-svg.ts';
import { assertProblem } from '../testing/assert-problem.ts';
import { areaColours, flatArt, flatPng, flatSvg } from '../testing/flat-art.ts';
import { letterL, paint, photograph, rasterLogos, type TestLogo } from '../testing/logos.ts';
import { REAL_LOGOS, svgLogo } from '../testing/real-logos.ts';
import { recoloured } from '../testing/recoloured.ts';
import { renderAll } from '../testing/render-all.ts';

const MODES: RecolourRecipe['mode'][] = ['monochrome', 'duotone', 'brand', 'dark'];
const BRAND = ['#e4002b', '#00205b', '#ffffff'];
const letter: TestLogo = { format: 'png', bytes: await letterL(200, 100).png().toBuffer() };

function asPixels(bytes: Buffer) {
  return toRaster(sharp(bytes));
}

for (const mode of MODES) {
  test(`${mode} makes logo.svg of an SVG, then logo.png, whose longer side is the width`, async () => {
    const wide = svgLogo('<path d="M9 9h60v20z" fill="#00c"/>', 'viewBox="0 0 120 60"');
    const files = [...(await renderAll(wide, completeRecipe('recolour', { mode, width: 300 }))).values()];
    assert.deepEqual(
      files.map(({ name, mediaType, width, height }) => [name, mediaType, width, height]),
      [
        ['logo.svg', 'image/svg+xml', undefined, undefined],
        ['logo.png', 'image/png', 300, 150],
      ],
    );
    const [svg, png] = files;
    assert.deepEqual(sanitiseSvg(svg?.bytes ?? Buffer.of()).dropped, []);
    const { width, height } = await asPixels(png?.bytes ?? Buffer.of());
    assert.deepEqual([width, height], [300, 150]);
  });

  test(`${mode} takes every raster, and makes it smaller or larger`, async () => {
    for (const [name, logo] of Object.entries(await rasterLogos())) {
      const files = await renderAll(logo, completeRecipe('recolour', { mode, width: 100 }));
      assert.deepEqual([...files.keys()], ['logo.png'], name);
      const { width, height } = await asPixels(files.get('logo.png')?.bytes ?? Buffer.of());
      assert.equal(Math.max(width, height), 100, name);
    }
  });

  test(`${mode} gives the same bytes each time`, async () => {
    const recipe = completeRecipe('recolour', { mode, width: 100 });
    for (const logo of [...Object.values(REAL_LOGOS).slice(0, 2), letter]) {
      assert.deepEqual(await renderAll(logo, recipe), await renderAll(logo, recipe));
    }
  });
}

for (const mode of ['duotone', 'brand', 'dark'] as const) {
  test(`${mode} does not change the alpha of any pixel`, async () => {
    const alphas = (data: Buffer) => Buffer.from(data.filter((_, at) => at % 4 === 3));
    const logos = [letter, { format: 'png', bytes: await photograph(150).png().toBuffer() } as const];
    for (const logo of logos) {
      const before = await asPixels(logo.bytes);
      const { raster } = await recoloured(logo, { mode, width: before.width });
      assert.ok(alphas(raster.data).equals(alphas(before.data)));
    }
  });
}

test('of brand colours no other comes out, but for mixtures of two at an edge', async () => {
  const brand = BRAND.map(rgbOfHex);
  await fc.assert(
    fc.asyncProperty(flatArt, async (art) => {
      for (const logo of [flatSvg(art), await flatPng(art)]) {
        const { raster } = await recoloured(logo, { mode: 'brand', colours: BRAND, width: 60 });
        for (const rgb of areaColours(raster)) assert.ok(brand.includes(rgb), hexOf(rgb));
      }
    }),
    { numRuns: 20 },
  );
});

test('an edge between two brand colours has no fringe of a third', async () => {
  // Half way from black to white is grey, which is nearest to the third.
  const picture = sharp(svgLogo('<rect width="100" height="100" fill="#fff"/><circle cx="50" cy="50" r="40"/>').bytes);
  const logo: TestLogo = { format: 'png', bytes: await picture.png().toBuffer() };
  const colours = ['#000040', '#ffffd0', '#808080'];
  const { data } = (await recoloured(logo, { mode: 'brand', colours, width: 100 })).raster;
  const seen = new Set(Array.from({ length: data.length / 4 }, (_, pixel) => data.readUIntBE(pixel * 4, 3)));
  assert.ok(seen.size > 10, 'its edge is soft');
  for (const rgb of seen) assert.ok(mixtureOf(rgb, 0x000040, 0xffffd0).off <= 4, hexOf(rgb));
});

test('each colour goes to the nearest of the brand', async () => {
  const content =
    '<path d="M5 5h40v40h-40z" fill="#c02"/><path d="M55 5h40v40h-40z" fill="#136"/><path d="M5 55h40v40h-40z" fill="#eee"/>';
  const { svg } = await recoloured(svgLogo(content), { mode: 'brand', colours: BRAND });
  for (const colour of BRAND) assert.match(svg, new RegExp(`fill="${colour}"`));
});

test('duotone goes from shadows, the darkest, to highlights, the lightest', async () => {
  const content =
    '<path d="M0 0h30v99h-30z" fill="#222"/><path d="M30 0h30v99h-30z" fill="#888"/><path d="M60 0h30v99h-30z" fill="#ddd"/>';
  const { svg } = await recoloured(svgLogo(content), { mode: 'duotone', shadows: '#400000', highlights: '#ffff00' });
  const [first, second, third] = [...svg.matchAll(/fill="(#\w+)"/g)].map((match) => match[1]);
  assert.deepEqual([first, third], ['#400000', '#ffff00']);
  assert.match(second ?? '', /^#[789a-f]/);
});

test('a logo that shows nothing is refused in every mode', async () => {
  const nothing: TestLogo = {
    format: 'png',
    bytes: await paint(9, 9, () => [1, 2, 3, 0])
      .png()
      .toBuffer(),
  };
  for (const mode of MODES) {
    for (const logo of [nothing, svgLogo('<path d="M0 0h9v9z" fill="none"/>')]) {
      await assertProblem(recoloured(logo, { mode }), 'empty-logo', /transparent/);
    }
  }
});

test('a contrast that no colour has is warned of', async () => {
  const warnings: string[] = [];
  await renderAll(letter, completeRecipe('recolour', { contrast: 21, width: 50 }), warnings);
  assert.deepEqual(warnings, ['no colour has a contrast of 21 with #121212; 18.73 was kept']);
});
