import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { difference, pixelsOf } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { renderOne } from '../testing/render-all.ts';

const square = '<path d="M0 0h100v100h-100z" fill="#00f"/>';

for (const [what, attributes, rules] of [
  ['its style', 'viewBox="0 0 100 100" style="width:1em;height:1em;fill:red"', ''],
  ['a rule for svg', 'viewBox="0 0 100 100"', 'svg{width:24px;height:24px}'],
  ['a rule for its class', 'viewBox="0 0 100 100" class="icon"', '.icon{width:24px;height:24px;max-width:50%}'],
] as const) {
  test(`a root whose size is told by ${what} fills its picture`, async () => {
    const logo = svgLogo(`<style>${rules}</style>${square}`, attributes);
    for (const format of ['png', 'svg'] as const) {
      const { bytes } = await renderOne(logo, { format, width: 50 });
      const drawn = sharp(bytes).png();
      assert.deepEqual([(await drawn.metadata()).width, (await drawn.metadata()).height], [50, 50], format);
      const { at } = await pixelsOf(await drawn.toBuffer());
      assert.ok(difference(at(48, 48), [0, 0, 255, 255]) <= 3, `${format}: ${at(48, 48)}`);
    }
  });
}

test('a rule that sizes other elements stays', async () => {
  const logo = svgLogo(
    '<style>rect{width:40px}svg{width:9px}</style><rect height="100" fill="#00f"/>',
    'viewBox="0 0 100 100"',
  );
  const { at } = await pixelsOf((await renderOne(logo, { width: 100 })).bytes);
  assert.deepEqual([at(20, 50)[3], at(60, 50)[3]], [255, 0]);
});

test('the style of a root says its size where it has no viewBox', async () => {
  const { width, height } = await renderOne(svgLogo(square, 'style="width:60px; height:30pt" height="9"'));
  assert.deepEqual([width, height], [60, 40]);
});
