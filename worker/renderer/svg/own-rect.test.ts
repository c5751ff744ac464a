import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import sharp from 'sharp';
import { difference, pixelsOf } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { kitRecipe, renderAll, renderOne } from '../testing/render-all.ts';

const RULES = 'rect{fill:#0a0;opacity:.4;stroke:#00f;stroke-width:6;width:20px;rx:8px}';
const logo = svgLogo(`<style>${RULES}</style><path d="M20 20h60v60h-60z" fill="#d81b60"/><path d="M30 30h9v9h-9z"/>`);

test('rules of a logo for rectangles change no background and no rounded corners', async () => {
  const fields = { width: 100, height: 100, background: '#ffeecc', radius: '20px' } as const;
  for (const format of ['png', 'svg'] as const) {
    const { at } = await pixelsOf(
      await sharp((await renderOne(logo, { ...fields, format })).bytes)
        .png()
        .toBuffer(),
    );
    assert.ok(difference(at(90, 50), [255, 238, 204, 255]) <= 3, `${format}: ${at(90, 50)}`);
    assert.ok(difference(at(50, 50), [216, 27, 96, 255]) <= 3, `${format}: ${at(50, 50)}`);
    assert.equal(at(1, 1)[3], 0, format);
  }
});

test('nor the ground of large icons, nor a logo in one colour', async () => {
  const icons = await renderAll(logo, kitRecipe({ include: ['ios'], background: '#ffddaa' }));
  const icon = await pixelsOf(icons.get('AppIcon.appiconset/icon-1024.png')?.bytes ?? Buffer.alloc(0));
  // Beside the ink, where it is drawn on its ground at once.
  assert.ok(difference(icon.at(175, 512), [255, 221, 170, 255]) <= 3, `${icon.at(175, 512)}`);
  const recipe = { mode: 'monochrome', colour: '#aa0055' } as const;
  const { 'logo.png': png } = Object.fromEntries(await renderAll(logo, completeRecipe('recolour', recipe)));
  const { at } = await pixelsOf(png?.bytes ?? Buffer.alloc(0));
  assert.deepEqual(at(350, 350), [170, 0, 85, 255]);
});

test('rules of a logo for paths change no background', async () => {
  const rules = 'path{transform:translate(30px,0);marker:url(#m);opacity:.4;clip-path:circle(9px)}';
  const marker = '<marker id="m" markerWidth="50" markerHeight="50"><circle r="40" fill="#f00"/></marker>';
  const dotted = svgLogo(`<style>${rules}</style>${marker}<circle cx="50" cy="50" r="20" fill="#d81b60"/>`);
  for (const format of ['png', 'svg'] as const) {
    const { bytes } = await renderOne(dotted, { width: 100, height: 100, background: '#ffeecc', format });
    const { at } = await pixelsOf(await sharp(bytes).png().toBuffer());
    for (const [x, y] of [
      [2, 2],
      [50, 95],
    ] as const) {
      assert.ok(difference(at(x, y), [255, 238, 204, 255]) <= 3, `${format}: ${at(x, y)}`);
    }
  }
});
