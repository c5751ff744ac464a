import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { assertProblem } from '../testing/assert-problem.ts';
import { pixelsOf } from '../testing/pixels.ts';
import { BLUE, quarters, RED, YELLOW } from '../testing/quarters.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { renderOne } from '../testing/render-all.ts';

const logo = await quarters('svg');

const RECIPES = [
  {},
  { width: 160 },
  { width: 100, height: 100, fit: 'contain' },
  { width: 100, height: 100, fit: 'cover', gravity: 'west' },
  { width: 100, height: 33, fit: 'fill' },
  { crop: { left: 30, top: 10, width: 40, height: 20 }, width: 120 },
  { rotate: 90, flip: 'horizontal' },
  { rotate: 25, background: '#ffcc00', padding: '5%' },
  { width: 120, height: 90, fit: 'cover', padding: '10px', radius: '25px', background: '#eeeeff' },
  { trim: true, radius: '50%' },
] as const;

for (const fields of RECIPES) {
  test(`as svg it looks as it does as png: ${JSON.stringify(fields)}`, async () => {
    const [svg, png] = [await renderOne(logo, { ...fields, format: 'svg' }), await renderOne(logo, fields)];
    assert.deepEqual([svg.name, svg.mediaType], ['logo.svg', 'image/svg+xml']);
    assert.deepEqual([svg.width, svg.height], [png.width, png.height]);
    const [drawn, expected] = [await pixelsOf(svg.bytes), await pixelsOf(png.bytes)];
    assert.deepEqual([drawn.width, drawn.height], [png.width, png.height]);
    let different = 0;
    for (let y = 0; y < drawn.height; y++) {
      for (let x = 0; x < drawn.width; x++) {
        const [a, b] = [drawn.at(x, y), expected.at(x, y)];
        if (a.some((channel, index) => Math.abs(channel * (a[3] / 255) - (b[index] ?? 0) * (b[3] / 255)) > 24))
          different++;
      }
    }
    assert.ok(different <= drawn.width * 0.05, `${different} pixels differ`);
  });
}

test('where size and viewBox are enough, an SVG is not wrapped in another', async () => {
  const { bytes } = await renderOne(logo, { format: 'svg', width: 60, height: 60, fit: 'cover' });
  assert.equal(bytes.toString().match(/<svg/g)?.length, 1);
  assert.match(bytes.toString(), /^<svg [^>]*width="60" height="60" viewBox="20 0 40 40"/);
});

test('an SVG is sanitised, whatever is done to it', async () => {
  const hostile = svgLogo('<script>alert(1)</script><rect width="50" height="50" onload="alert(2)"/>');
  for (const fields of [{}, { rotate: 30 }] as const) {
    assert.doesNotMatch(
      (await renderOne(hostile, { ...fields, format: 'svg' })).bytes.toString(),
      /script|onload|alert/,
    );
  }
});

test('style sheets and ids of a logo have no effect on its background and corners', async () => {
  const style = '<style>rect{fill:#00f;stroke:#00f}#corners{fill:red}</style>';
  const styled = svgLogo(`${style}<g id="corners"><rect x="40" y="40" width="20" height="20"/></g>`);
  const fields = { format: 'svg', background: '#ffffff', radius: '20px' } as const;
  const { at } = await pixelsOf((await renderOne(styled, fields)).bytes);
  assert.deepEqual([at(0, 0)[3], at(50, 3), at(50, 50)], [0, [255, 255, 255, 255], [0, 0, 255, 255]]);
});

test('what a viewBox hides stays hidden when there is room around it', async () => {
  const overflowing = svgLogo('<rect x="-50" y="-50" width="200" height="200" fill="#dc0000"/>');
  for (const format of ['svg', 'png'] as const) {
    const fields = { format, width: 200, height: 100, fit: 'contain', rotate: 180 } as const;
    const { at } = await pixelsOf((await renderOne(overflowing, fields)).bytes);
    assert.deepEqual([at(45, 50)[3], at(100, 50), at(155, 50)[3]], [0, RED, 0]);
  }
});

test('a part of a vector is as sharp as the whole', async () => {
  const crop = { left: 38, top: 18, width: 4, height: 4 };
  const { at } = await pixelsOf((await renderOne(logo, { crop, width: 1000 })).bytes);
  assert.deepEqual([at(498, 498), at(498, 501), at(501, 501)], [RED, BLUE, YELLOW]);
});

test('an SVG of a drawing that shows nothing is refused as its pixels are', async () => {
  await assertProblem(renderOne(svgLogo('<g/>'), { format: 'svg' }), 'empty-logo', /transparent/);
});

test('an SVG is readable XML after every change', async () => {
  for (const fields of RECIPES) {
    const { bytes } = await renderOne(logo, { ...fields, format: 'svg' });
    const again = await renderOne({ format: 'svg', bytes }, { format: 'png' });
    assert.equal((await sharp(again.bytes).metadata()).format, 'png');
  }
});
