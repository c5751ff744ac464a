import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { letterL, rasterLogos } from '../testing/logos.ts';
import { difference, measureInk, pixelsOf, type Rgba } from '../testing/pixels.ts';
import { REAL_LOGOS, svgLogo } from '../testing/real-logos.ts';
import { BACKGROUND, kitRecipe, renderAll } from '../testing/render-all.ts';

const BACKGROUND_RGBA: Rgba = [0, 255, 128, 255];
const OPAQUE = ['apple-touch-icon.png', 'icon-maskable-512.png', 'social-card.png'];
const SIZES: Record<string, [number, number]> = {
  'apple-touch-icon.png': [180, 180],
  'icon-192.png': [192, 192],
  'icon-512.png': [512, 512],
  'icon-maskable-512.png': [512, 512],
  'icon-monochrome-512.png': [512, 512],
  'social-card.png': [1200, 630],
};

for (const [title, logo] of Object.entries({ ...REAL_LOGOS, ...(await rasterLogos()) })) {
  test(`the kit of ${title}`, async (t) => {
    const files = await renderAll(logo, kitRecipe());

    await t.test('has exactly its files', () => {
      assert.deepEqual(
        [...files.keys()],
        [
          'favicon.ico',
          ...(logo.format === 'svg' ? ['icon.svg'] : []),
          'apple-touch-icon.png',
          'icon-192.png',
          'icon-512.png',
          'icon-maskable-512.png',
          'icon-monochrome-512.png',
          'social-card.png',
          'site.webmanifest',
          'snippet.html',
          'README.md',
          'kit.json',
          'SHA256SUMS',
          'kit.zip',
        ],
      );
    });

    await t.test('has pictures of the sizes they say, without metadata, opaque where platforms want it', async () => {
      for (const [name, [width, height]] of Object.entries(SIZES)) {
        const file = files.get(name);
        assert.ok(file, name);
        assert.deepEqual([file.width, file.height], [width, height], name);
        const metadata = await sharp(file.bytes).metadata();
        assert.deepEqual([metadata.format, metadata.width, metadata.height], ['png', width, height], name);
        assert.deepEqual([metadata.exif, metadata.icc, metadata.xmp], [undefined, undefined, undefined], name);
        if (OPAQUE.includes(name)) assert.equal((await sharp(file.bytes).stats()).isOpaque, true, name);
      }
    });

    await t.test('has the ink of its maskable icon just inside the safe zone', async () => {
      const { reach } = await measureInk(bytesOf(files, 'icon-maskable-512.png'), BACKGROUND_RGBA);
      assert.ok(reach >= 0.38 * 512 && reach <= 0.4 * 512, `farthest ink at ${reach / 512} of the width`);
    });

    await t.test('has the ink of its icons in the middle', async () => {
      for (const name of [...OPAQUE, 'icon-512.png']) {
        const [width = 0, height = 0] = SIZES[name] ?? [];
        const { middle } = await measureInk(
          bytesOf(files, name),
          OPAQUE.includes(name) ? BACKGROUND_RGBA : [0, 0, 0, 0],
        );
        assert.ok(difference(middle, [width / 2, height / 2]) <= 1, `the ink of ${name} has its middle at ${middle}`);
      }
    });

    await t.test('has the same bytes in its zip', () => {
      const entries = unzipSync(bytesOf(files, 'kit.zip'));
      assert.deepEqual(
        Object.keys(entries),
        [...files.keys()].filter((name) => name !== 'kit.zip'),
      );
      for (const [name, bytes] of Object.entries(entries)) assert.ok(bytesOf(files, name).equals(bytes), name);
    });
  });
}

test('margins of a logo do not make its icons smaller', async () => {
  const trimmed = await letterL(300, 300).extract({ left: 30, top: 30, width: 180, height: 240 }).png().toBuffer();
  const padded = await letterL(300, 300).png().toBuffer();
  const [a, b] = await Promise.all([trimmed, padded].map((bytes) => renderAll({ format: 'png', bytes }, kitRecipe())));
  assert.ok(a && b && bytesOf(a, 'icon-512.png').equals(bytesOf(b, 'icon-512.png')));
});

test('the colour behind opaque icons is that of the recipe', async () => {
  const files = await renderAll(svgLogo('<circle cx="50" cy="50" r="40"/>'), kitRecipe({ background: BACKGROUND }));
  for (const name of OPAQUE) {
    assert.deepEqual((await pixelsOf(bytesOf(files, name))).at(0, 0), BACKGROUND_RGBA, name);
  }
});

test('icon.svg is square for a logo that is not', async () => {
  const files = await renderAll(svgLogo('<rect width="200" height="50"/>', 'viewBox="0 0 200 50"'), kitRecipe());
  const { width, height } = await sharp(bytesOf(files, 'icon.svg')).metadata();
  assert.deepEqual([width, height], [200, 200]);
});

test('what a viewBox hides stays hidden in square icons', async () => {
  const logo = svgLogo(
    '<rect width="200" height="50"/><rect y="60" width="200" height="50" fill="red"/>',
    'viewBox="0 0 200 50"',
  );
  const files = await renderAll(logo, kitRecipe());
  const icon = await pixelsOf(bytesOf(files, 'icon.svg'));
  assert.deepEqual([icon.at(100, 100)[3], icon.at(100, 150)[3]], [255, 0]);
  assert.deepEqual((await measureInk(bytesOf(files, 'icon-512.png'), [0, 0, 0, 0])).pixels, 512 * 128);
});

function bytesOf(files: ReadonlyMap<string, { bytes: Buffer }>, name: string): Buffer {
  const file = files.get(name);
  assert.ok(file, `${name} is missing`);
  return file.bytes;
}
