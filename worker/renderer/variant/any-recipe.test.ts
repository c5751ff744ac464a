import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Icns } from '@fiahfy/icns';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import decodeIco from 'decode-ico';
import fc from 'fast-check';
import sharp from 'sharp';
import type { RenderedFile } from '../render.ts';
import { letterL, paint, type TestLogo } from '../testing/logos.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { renderOne } from '../testing/render-all.ts';

const frames = await Promise.all(
  [3, 9].map((left) =>
    paint(17, 11, (x, y) => (x > left && x < left + 5 && y > 2 ? [200, 90, 10, 255] : [0, 0, 0, 0]))
      .png()
      .toBuffer(),
  ),
);

const VECTOR = svgLogo('<circle cx="11" cy="5" r="4" fill="#c33"/>', 'viewBox="2.5 0.5 16 9.5"');

const RASTERS: TestLogo[] = [
  { format: 'png', bytes: await letterL(16, 9).png().toBuffer() },
  { format: 'png', bytes: await letterL(16, 9).toColourspace('rgb16').withIccProfile('p3').png().toBuffer() },
  {
    format: 'jpeg',
    bytes: await letterL(16, 9).flatten({ background: '#fff' }).withMetadata({ orientation: 8 }).jpeg().toBuffer(),
  },
  {
    format: 'gif',
    bytes: await sharp(frames, { join: { animated: true } })
      .gif({ delay: [50, 80] })
      .toBuffer(),
  },
  {
    format: 'webp',
    bytes: await paint(1, 1, () => [9, 99, 9, 255])
      .webp()
      .toBuffer(),
  },
];

const length = fc.oneof(
  fc.constantFrom('0px', '0%'),
  fc.integer({ min: 0, max: 60 }).map((pixels) => `${pixels}px`),
  fc.integer({ min: 0, max: 9999 }).map((share) => `${share / 100}%`),
);
const side = fc.option(fc.oneof(fc.integer({ min: 1, max: 70 }), fc.constantFrom(16, 32, 48, 64)), { nil: undefined });

const ICON = { width: 32, height: 32, fit: 'contain', colourSpace: 'srgb', maxBytes: 3000 } as const;

const fields: fc.Arbitrary<Partial<VariantRecipe>> = fc
  .record({
    format: fc.constantFrom('png', 'jpeg', 'webp', 'avif', 'gif', 'ico', 'icns', 'svg'),
    width: side,
    height: side,
    fit: fc.constantFrom('contain', 'cover', 'fill', 'inside', 'outside'),
    gravity: fc.constantFrom('centre', 'north', 'southeast', 'west', 'attention', 'entropy'),
    crop: fc.option(
      fc.record({
        left: fc.integer({ min: 0, max: 5 }),
        top: fc.integer({ min: 0, max: 4 }),
        width: fc.integer({ min: 1, max: 12 }),
        height: fc.integer({ min: 1, max: 7 }),
      }),
      { nil: undefined },
    ),
    trim: fc.boolean(),
    rotate: fc.oneof(fc.constantFrom(0, 90, 180, 270), fc.integer({ min: 0, max: 359 })),
    flip: fc.constantFrom('none', 'horizontal', 'vertical', 'both'),
    padding: length,
    radius: length,
    background: fc.constantFrom('transparent', 'blurred', '#12abEF'),
    quality: fc.integer({ min: 1, max: 100 }),
    lossless: fc.boolean(),
    progressive: fc.boolean(),
    effort: fc.constantFrom('low', 'medium'),
    maxBytes: fc.option(fc.integer({ min: 100, max: 3000 }), { nil: undefined }),
    colourSpace: fc.constantFrom('srgb', 'p3'),
    keepMetadata: fc.boolean(),
    animated: fc.boolean(),
  } as const)
  .map((record) => {
    const known = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
    // By chance alone, hardly a recipe is one of an icon.
    const isIcon = record.format === 'ico' || record.format === 'icns';
    return isIcon && record.trim ? { ...known, ...ICON } : known;
  });

/** The size of a file as its decoder tells it. */
async function decodedSize({ name, bytes }: RenderedFile): Promise<[number | undefined, number | undefined]> {
  if (name.endsWith('.ico')) {
    const last = decodeIco(bytes).at(-1);
    return [last?.width, last?.height];
  }
  if (name.endsWith('.icns')) {
    const types = Icns.from(bytes).images.map(({ osType }) => osType);
    const side = types.includes('ic12') ? 64 : types.includes('ic11') ? 32 : 16;
    return [side, side];
  }
  const { info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  return [info.width, info.height];
}

test('any recipe gives a file of the size that it tells, the same each time, or a problem', async () => {
  const met = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.constant(VECTOR), fc.constantFrom(...RASTERS)), fields, async (logo, recipe) => {
      const outcome = await outcomeOf(logo, recipe);
      assert.deepEqual(await outcomeOf(logo, recipe), outcome);
      if (typeof outcome === 'string') return void met.add(outcome);
      met.add(outcome.name);
      assert.deepEqual(await decodedSize(outcome), [outcome.width, outcome.height]);
      const { width, height, fit = 'inside', maxBytes = Infinity } = recipe;
      assert.ok(outcome.bytes.length <= maxBytes);
      const isBox = fit === 'contain' || fit === 'cover' || fit === 'fill';
      if (width && height && isBox) assert.deepEqual([outcome.width, outcome.height], [width, height]);
      if (width && height && fit === 'inside')
        assert.ok((outcome.width ?? 0) <= width && (outcome.height ?? 0) <= height);
      if (width && !height) assert.equal(outcome.width, width);
      if (height && !width) assert.equal(outcome.height, height);
    }),
    { numRuns: 300, seed: 7 },
  );
  for (const outcome of [
    'logo.png',
    'logo.jpg',
    'logo.webp',
    'logo.avif',
    'logo.gif',
    'logo.ico',
    'logo.icns',
    'logo.svg',
  ]) {
    assert.ok(met.has(outcome), `no recipe gave ${outcome}`);
  }
});

/** The file, or the name of the problem; any other error fails the test. */
async function outcomeOf(logo: TestLogo, recipe: Partial<VariantRecipe>): Promise<RenderedFile | string> {
  try {
    return await renderOne(logo, recipe);
  } catch (error) {
    assert.ok(error instanceof ProblemError, `${error instanceof Error ? error.stack : error}`);
    // These small logos are whole and there is nothing wrong with them.
    assert.notEqual(error.problem, 'unreadable-logo', error.message);
    return error.problem;
  }
}
