import assert from 'node:assert/strict';
import { test } from 'node:test';
import decodeIco from 'decode-ico';
import sharp from 'sharp';
import { corpusLogos } from '../testing/corpus.ts';
import { photograph } from '../testing/logos.ts';
import { REAL_LOGOS } from '../testing/real-logos.ts';
import { kitRecipe, renderAll } from '../testing/render-all.ts';

async function faviconOf(logo: Parameters<typeof renderAll>[0]): Promise<Buffer> {
  return (await renderAll(logo, kitRecipe({ include: ['favicon'] }))).get('favicon.ico')?.bytes ?? Buffer.alloc(0);
}

test('favicon.ico holds frames of 16, 32 and 48 pixels, each an RGBA PNG of eight bits', async () => {
  const ico = await faviconOf({ format: 'png', bytes: await photograph(200).png().toBuffer() });
  const frames = decodeIco(ico);
  assert.deepEqual(
    frames.map(({ type, width, height, bpp }) => [type, width, height, bpp]),
    [16, 32, 48].map((side) => ['png', side, side, 32]),
  );
  for (const frame of frames) {
    const metadata = await sharp(Buffer.from(frame.data)).metadata();
    assert.deepEqual(
      [metadata.width, metadata.channels, metadata.depth, metadata.isPalette],
      [frame.width, 4, 'uchar', false],
    );
  }
});

/** The logos of the corpus that are flat art. */
const FLAT = ['flat', 'strokes', 'lettering', 'holes', 'wordmark', 'flat-png', 'animated-gif'];
const flatLogos = (await corpusLogos())
  .filter(({ name }) => FLAT.includes(name))
  .map((logo) => [logo.name, logo] as const);

for (const [title, logo] of [...Object.entries(REAL_LOGOS), ...flatLogos]) {
  test(`the favicon.ico of ${title} has at most 3 KB`, async () => {
    const { length } = await faviconOf(logo);
    assert.ok(length > 0 && length <= 3072, `${length} bytes`);
  });
}
