import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import type { TestLogo } from '../testing/logos.ts';
import { difference, pixelsOf } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { kitRecipe, renderAll } from '../testing/render-all.ts';

const DISC = '<circle cx="50" cy="50" r="30" fill="#ffd166"/>';
const plated = (fill: string, rx = 0) => svgLogo(`<rect width="100" height="100" rx="${rx}" fill="${fill}"/>${DISC}`);

for (const [title, logo, expected] of [
  ['the plate of an SVG', plated('#0a3d62'), '#0a3d62'],
  [
    'the plate of a raster',
    { format: 'png', bytes: await sharp(plated('#0a3d62').bytes, { density: 400 }).png().toBuffer() },
    '#0a3d62',
  ],
  ['a black plate', plated('#000'), '#000000'],
  ['a plate with round corners', plated('#0a3d62', 22), '#0a3d62'],
] as const) {
  test(`auto takes ${title} for the ground, which then has no edge`, async () => {
    const { files, warnings } = await kitOf(logo);
    for (const name of ['apple-touch-icon.png', 'icon-maskable-512.png']) {
      const icon = await pixelsOf(files.get(name)?.bytes ?? Buffer.alloc(0));
      const corner = icon.at(0, 0);
      assert.deepEqual(hexOf(corner), expected, name);
      // From the corner beyond the edge of the plate, along the diagonal.
      for (let at = 0; at < icon.width / 4; at++)
        assert.ok(difference(icon.at(at, at), corner) <= 3, `${name} at ${at}`);
    }
    assert.deepEqual(warnings, [`background: ${expected} was taken, because it fills the box around the logo`]);
  });
}

test('auto takes white for a white plate, and for what is no plate with something on it', async () => {
  const single = svgLogo('<rect width="100" height="100" fill="#0a3d62"/>');
  const badge = plated('#0a3d62', 50);
  const holed = svgLogo(`<path fill-rule="evenodd" fill="#0a3d62" d="M0 9l9-9h91v100h-100zM10 10h9v9h-9z"/>${DISC}`);
  for (const logo of [plated('#fff'), plated('#fff', 22), single, badge, holed]) {
    const { files, warnings } = await kitOf(logo);
    assert.equal(
      hexOf((await pixelsOf(files.get('apple-touch-icon.png')?.bytes ?? Buffer.alloc(0))).at(0, 0)),
      '#ffffff',
    );
    assert.deepEqual(
      warnings.filter((warning) => warning.startsWith('background')),
      [],
    );
  }
});

async function kitOf(logo: TestLogo) {
  const warnings: string[] = [];
  const recipe = kitRecipe({ background: 'auto', include: ['apple-touch', 'pwa'] });
  return { files: await renderAll(logo, recipe, warnings), warnings };
}

function hexOf(rgba: readonly number[]): string {
  return `#${Buffer.from(rgba.slice(0, 3)).toString('hex')}`;
}
