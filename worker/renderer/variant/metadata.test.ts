import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { letterL, photograph, type TestLogo } from '../testing/logos.ts';
import { pixelsOf } from '../testing/pixels.ts';
import { renderAll, renderOne, variantRecipe } from '../testing/render-all.ts';

const XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>';

/** A JPEG that lies on its side, with EXIF, XMP and IPTC data. */
async function labelled(): Promise<TestLogo> {
  const jpeg = await letterL(200, 100)
    .flatten({ background: '#ffffff' })
    .withMetadata({ orientation: 6 })
    .withExif({ IFD0: { Copyright: 'someone' } })
    .withXmp(XMP)
    .jpeg()
    .toBuffer();
  // APP13 (Photoshop image resources): resource 0x0404 holds an IPTC record, of which 2:116 is the copyright.
  const record = Buffer.concat([Buffer.from([0x1c, 2, 116, 0, 3]), Buffer.from('you')]);
  const resource = Buffer.concat([
    Buffer.from('Photoshop 3.0\0' + '8BIM', 'latin1'),
    Buffer.from([4, 4, 0, 0, 0, 0, 0, 8]),
    record,
  ]);
  const segment = Buffer.concat([Buffer.from([0xff, 0xed, 0, resource.length + 2]), resource]);
  return { format: 'jpeg', bytes: Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]) };
}

for (const format of ['png', 'jpeg', 'webp', 'avif'] as const) {
  test(`a ${format} keeps the metadata of the logo when it is told to, but for the orientation`, async () => {
    const file = await renderOne(await labelled(), { format, width: 50, keepMetadata: true, rotate: 90 });
    const metadata = await sharp(file.bytes).metadata();
    assert.match(metadata.exif?.toString('latin1') ?? '', /someone/);
    assert.match(metadata.xmp?.toString() ?? '', /x:xmpmeta/);
    assert.equal(metadata.iptc?.toString('latin1').includes('you') ?? false, format === 'jpeg');
    assert.deepEqual([metadata.orientation ?? 1, metadata.width, metadata.height], [1, 50, 25]);
  });

  test(`a ${format} has none of it unless it is told to`, async () => {
    const metadata = await sharp((await renderOne(await labelled(), { format })).bytes).metadata();
    const { exif, xmp, iptc, icc, orientation } = metadata;
    assert.deepEqual([exif, xmp, iptc, icc, orientation], Array(5).fill(undefined));
  });
}

test('keeping metadata changes no pixel, in either colour space', async () => {
  const bytes = await photograph(60)
    .withExif({ IFD0: { Copyright: 'someone' } })
    .png()
    .toBuffer();
  for (const colourSpace of ['srgb', 'p3'] as const) {
    const [kept, stripped] = await Promise.all(
      [true, false].map(async (keepMetadata) => {
        const { bytes: png } = await renderOne({ format: 'png', bytes }, { keepMetadata, colourSpace, width: 40 });
        return sharp(png, { ignoreIcc: true }).ensureAlpha().raw().toBuffer();
      }),
    );
    assert.ok(kept && stripped);
    for (let at = 0; at < kept.length; at += 4) {
      const [own, other] = [kept.subarray(at, at + 4), stripped.subarray(at, at + 4)];
      assert.ok((own[3] === 0 && other[3] === 0) || own.equals(other), `${at / 4}: ${[...own]} and ${[...other]}`);
    }
  }
});

test('a format without a place for metadata says so, and only when there are some', async () => {
  const warningsOf = async (logo: TestLogo) => {
    const warnings: string[] = [];
    const files = await renderAll(logo, variantRecipe({ format: 'gif', keepMetadata: true }), warnings);
    assert.ok((await pixelsOf(files.get('logo.gif')?.bytes ?? Buffer.of())).width > 0);
    return warnings;
  };
  assert.deepEqual(await warningsOf(await labelled()), ['the metadata of the logo were left out']);
  assert.deepEqual(await warningsOf({ format: 'png', bytes: await photograph(20).png().toBuffer() }), []);
});
