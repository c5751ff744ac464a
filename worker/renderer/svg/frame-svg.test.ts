import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { difference, pixelsOf } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { kitRecipe, renderAll, renderOne } from '../testing/render-all.ts';

const square = '<path d="M0 0h100v100h-100z" fill="#00f"/>';

for (const [what, rules] of [
  ['svg', 'svg{opacity:.5}'],
  ['svg, with a filter', 'svg{filter:opacity(.5)}'],
  ['svg, and others for g', 'svg{opacity:.5}g{transform:translate(50px,0);clip-path:none;opacity:.3}'],
] as const) {
  const logo = svgLogo(`<style>${rules}</style>${square}`);

  test(`a rule of a logo for ${what} acts once, on the logo`, async () => {
    for (const format of ['png', 'svg'] as const) {
      const { bytes } = await renderOne(logo, { format, width: 200, height: 200, rotate: 90, radius: '20px' });
      const { at } = await pixelsOf(await sharp(bytes).png().toBuffer());
      assert.ok(difference(at(50, 50), [0, 0, 255, 128]) <= 3, `${format}: ${at(50, 50)}`);
      assert.ok(difference(at(195, 100), [0, 0, 255, 128]) <= 3, `${format}: ${at(195, 100)}`);
      assert.equal(at(1, 1)[3], 0, format);
    }
  });
}

test('nor does one for svg fade the icons of a kit twice', async () => {
  const logo = svgLogo(`<style>svg{opacity:.5}</style>${square}`, 'viewBox="0 0 100 80"');
  const icons = await renderAll(logo, kitRecipe({ include: ['favicon', 'pwa'] }));
  for (const name of ['icon.svg', 'icon-192.png']) {
    const file = icons.get(name);
    assert.ok(file, [...icons.keys()].join());
    const { at } = await pixelsOf(await sharp(file.bytes).resize(100).png().toBuffer());
    assert.ok(difference(at(50, 50), [0, 0, 255, 128]) <= 3, `${name}: ${at(50, 50)}`);
  }
});

test('rules of a logo for :root are for the logo', async () => {
  const rules = ':root{opacity:.5;fill:red}:root>path{stroke:red}:root.a path{fill:lime}';
  const logo = svgLogo(
    `<style>${rules}</style>${square.replace(' fill="#00f"', '')}`,
    'viewBox="0 0 100 100" class="a"',
  );
  for (const format of ['png', 'svg'] as const) {
    const { bytes } = await renderOne(logo, { format, width: 200, height: 200, rotate: 90 });
    const { at } = await pixelsOf(await sharp(bytes).png().toBuffer());
    assert.ok(difference(at(100, 100), [0, 255, 0, 128]) <= 3, `${format}: ${at(100, 100)}`);
    assert.ok(difference(at(0, 100), [255, 0, 0, 128]) <= 3, `${format}: ${at(0, 100)}`);
  }
});

test('of a switch the first that is for all languages is drawn', async () => {
  const logo = svgLogo(`<switch><path systemLanguage="tlh" d="M0 0h9v9z"/>${square}</switch>`);
  const { at } = await pixelsOf((await renderOne(logo, { width: 100 })).bytes);
  assert.deepEqual(at(50, 50), [0, 0, 255, 255]);
});
