import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import sharp from 'sharp';
import { assertProblem } from '../testing/assert-problem.ts';
import { letterL, paint, type TestLogo } from '../testing/logos.ts';
import { difference, pixelsOf } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { renderAll, renderOne, variantRecipe } from '../testing/render-all.ts';

const letter: TestLogo = { format: 'png', bytes: await letterL(200, 100).png().toBuffer() };
const halves = svgLogo(
  '<rect width="50" height="50"/><rect x="50" width="50" height="50" fill="red"/>',
  'viewBox="0 0 100 50"',
);

for (const [format, name, mediaType] of [
  ['png', 'logo.png', 'image/png'],
  ['jpeg', 'logo.jpg', 'image/jpeg'],
  ['webp', 'logo.webp', 'image/webp'],
  ['avif', 'logo.avif', 'image/avif'],
] as const) {
  test(`a variant as ${format}`, async () => {
    const file = await renderOne(letter, { format, width: 50 });
    const metadata = await sharp(file.bytes).metadata();
    assert.deepEqual([file.name, file.mediaType, file.width, file.height], [name, mediaType, 50, 25]);
    assert.deepEqual([metadata.mediaType, metadata.width, metadata.height], [mediaType, 50, 25]);
    assert.equal(metadata.hasAlpha, format !== 'jpeg');
  });
}

for (const logo of [letter, halves]) {
  for (const [fit, box, size] of [
    ['inside', {}, logo === letter ? [200, 100] : [100, 50]],
    ['inside', { width: 50 }, [50, 25]],
    ['cover', { height: 50 }, [100, 50]],
    ['inside', { width: 80, height: 80 }, [80, 40]],
    ['outside', { width: 80, height: 80 }, [160, 80]],
    ['contain', { width: 80, height: 80 }, [80, 80]],
    ['cover', { width: 80, height: 80 }, [80, 80]],
    ['fill', { width: 80, height: 80 }, [80, 80]],
    ['inside', { width: 1000, height: 1000 }, [1000, 500]],
  ] as const) {
    test(`${fit} ${JSON.stringify(box)} of a ${logo.format} is ${size.join(' × ')}`, async () => {
      const file = await renderOne(logo, { fit, ...box });
      const { width, height } = await sharp(file.bytes).metadata();
      assert.deepEqual([width, height], size);
      assert.deepEqual([file.width, file.height], size);
    });
  }
}

test('contain leaves room, cover crops, fill stretches', async () => {
  const box = { width: 100, height: 100 };
  const at = async (fit: 'contain' | 'cover' | 'fill', x: number, y: number) =>
    (await pixelsOf((await renderOne(halves, { fit, ...box })).bytes)).at(x, y);
  assert.equal((await at('contain', 50, 10))[3], 0);
  assert.deepEqual(await at('contain', 25, 50), [0, 0, 0, 255]);
  assert.deepEqual(await at('cover', 10, 10), [0, 0, 0, 255]);
  assert.deepEqual(await at('cover', 90, 90), [255, 0, 0, 255]);
  assert.deepEqual(await at('fill', 75, 1), [255, 0, 0, 255]);
});

test('a background shows through all that is transparent; a JPEG without one is white', async () => {
  const corner = async (fields: Parameters<typeof renderOne>[1]) =>
    (await pixelsOf((await renderOne(letter, fields)).bytes)).at(0, 0);
  assert.deepEqual(await corner({ background: '#204060' }), [0x20, 0x40, 0x60, 255]);
  assert.ok(difference(await corner({ format: 'jpeg' }), [255, 255, 255, 255]) <= 2);
  assert.ok(difference(await corner({ format: 'jpeg', background: '#204060' }), [0x20, 0x40, 0x60, 255]) <= 3);
  assert.equal((await corner({ format: 'webp' }))[3], 0);
});

test('quality makes files larger', async () => {
  const bytes = await paint(200, 200, (x, y) => [(x * y) % 256, (x * 7) % 256, (y * 3) % 256, 255])
    .png()
    .toBuffer();
  for (const format of ['jpeg', 'webp', 'avif'] as const) {
    const [low, high] = await Promise.all(
      [20, 95].map(async (quality) => (await renderOne({ format: 'png', bytes }, { format, quality })).bytes.length),
    );
    assert.ok(low !== undefined && high !== undefined && low < high, format);
  }
});

test('an SVG is drawn from its vectors at any size: an edge stays a pixel wide', async () => {
  const file = await renderOne(svgLogo('<rect width="5.01" height="10"/>', 'viewBox="0 0 10 10"'), { width: 4000 });
  const { at } = await pixelsOf(file.bytes);
  const soft = Array.from({ length: 4000 }, (_, x) => at(x, 2000)[3]).filter((alpha) => alpha > 0 && alpha < 255);
  assert.ok(soft.length <= 1, `${soft.length} soft pixels at an edge`);
});

test('lengths in absolute units keep their CSS size', async () => {
  const logo = svgLogo('<rect width="0.5in" height="36pt"/>', 'viewBox="0 0 96 96"');
  const { at } = await pixelsOf((await renderOne(logo)).bytes);
  assert.deepEqual([at(46, 46)[3], at(50, 20)[3], at(20, 50)[3]], [255, 0, 0]);
});

test('an output with a longer side than the limit is refused by name and value', async () => {
  const wide: TestLogo = {
    format: 'png',
    bytes: await paint(5000, 2, () => [1, 2, 3, 255])
      .png()
      .toBuffer(),
  };
  for (const [logo, fields] of [
    [wide, {}],
    [letter, { height: 4000 }],
    [svgLogo('<rect width="9" height="9"/>', 'viewBox="0 0 100000 100000"'), {}],
  ] as const) {
    const detail = /\d+ × \d+ pixels; the limit of a side is 4096/;
    await assertProblem(renderOne(logo, fields), 'output-too-large', detail);
  }
});

test('a picture that filters are enlarged for says so', async () => {
  const warningsOf = async (attributes: string, recipe: Partial<VariantRecipe>) => {
    const warnings: string[] = [];
    await renderAll(svgLogo(`<path ${attributes} d="M10 10h80v80h-80z"/>`), variantRecipe(recipe), warnings);
    return warnings;
  };
  const shadow = 'style="filter:drop-shadow(2px 2px 2px red)"';
  const warning = 'the SVG has filters, so it was drawn at 2000 pixels and enlarged, which makes its edges softer';
  assert.deepEqual(await warningsOf(shadow, { format: 'webp', width: 2100, height: 500, fit: 'contain' }), [warning]);
  assert.deepEqual(await warningsOf(shadow, { format: 'webp', width: 1900, height: 500, fit: 'contain' }), []);
  assert.deepEqual(await warningsOf(shadow, { format: 'svg', width: 2100 }), []);
  assert.deepEqual(await warningsOf('', { format: 'webp', width: 2100, height: 500, fit: 'contain' }), []);
});
