import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pixelsOf } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { kitRecipe, renderAll } from '../testing/render-all.ts';

/** The pixels of the dark icon of iOS of an SVG. */
async function darkIcon(content: string) {
  const files = await renderAll(svgLogo(content), kitRecipe({ include: ['ios'], darkBackground: '#121212' }));
  const icon = files.get('AppIcon.appiconset/icon-dark-1024.png');
  assert.ok(icon);
  return pixelsOf(icon.bytes);
}

test('a dark icon shows a drop shadow as a shadow', async () => {
  const shadow = '<g style="filter:drop-shadow(40px 0 0 #000)"><path d="M10 10h40v80h-40z" fill="#ffcc00"/></g>';
  const { at } = await darkIcon(shadow);
  assert.deepEqual(
    [at(340, 512), at(700, 512)],
    [
      [255, 204, 0, 255],
      [0, 0, 0, 255],
    ],
  );
});

test('a dark icon has the colours of the dark scheme of its logo', async () => {
  const style = '<style>path{fill:#024}@media (prefers-color-scheme:dark){path{fill:#8cf}}</style>';
  const { at } = await darkIcon(`${style}<path d="M10 10h80v80h-80z"/>`);
  assert.deepEqual(at(512, 512), [136, 204, 255, 255]);
});
