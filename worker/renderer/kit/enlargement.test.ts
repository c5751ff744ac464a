import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paint, type TestLogo } from '../testing/logos.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { kitRecipe, renderAll } from '../testing/render-all.ts';

test('a kit warns of a raster that its pictures enlarge, by the one that does most', async () => {
  const warning =
    'icon-512.png: the 60 x 40 pixels of the logo are enlarged 8.5 times, which blurs it: an SVG or a larger picture would be sharp';
  assert.deepEqual(await enlargementsOf(await box(60, 40)), [warning]);
  assert.deepEqual(await enlargementsOf(await box(360, 240)), []);
  assert.deepEqual(await enlargementsOf(svgLogo('<path d="M1 1h60v40H1z"/>')), []);
});

async function enlargementsOf(logo: TestLogo): Promise<string[]> {
  const warnings: string[] = [];
  await renderAll(logo, kitRecipe({ include: ['pwa'] }), warnings);
  return warnings.filter((warning) => warning.includes('enlarged'));
}

/** A blue box with a margin around it, which does not count. */
async function box(width: number, height: number): Promise<TestLogo> {
  const isInk = (x: number, y: number) => x >= 5 && y >= 5 && x < 5 + width && y < 5 + height;
  const picture = paint(width + 10, height + 10, (x, y) => [0, 0, 200, isInk(x, y) ? 255 : 0]);
  return { format: 'png', bytes: await picture.png().toBuffer() };
}
