import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { paint, type TestLogo } from '../testing/logos.ts';
import { difference, type Rgba } from '../testing/pixels.ts';
import { svgLogo } from '../testing/real-logos.ts';
import { renderOne } from '../testing/render-all.ts';

const P3_FORMATS = ['png', 'jpeg', 'webp', 'avif'] as const;
/** sRGB red, and what it is in Display P3 (CSS Color 4 § 10). */
const RED: Rgba = [255, 0, 0, 255];
const RED_IN_P3: Rgba = [234, 51, 35, 255];

/** A picture whose channels are Display P3 as they stand, and which says so. */
async function p3Logo(colour: Rgba, depth: 8 | 16): Promise<TestLogo> {
  // What is converted to Display P3 from 16-bit channels without a profile is not converted by sharp.
  const deep = await paint(20, 20, () => colour)
    .toColourspace('rgb16')
    .png()
    .toBuffer();
  const labelled = sharp(deep)
    .toColourspace(depth === 16 ? 'rgb16' : 'srgb')
    .withIccProfile('p3');
  return { format: 'png', bytes: await labelled.png().toBuffer() };
}

/** The channels of a file in its middle as they stand, whether it has a profile, and the sRGB that it makes of them. */
async function channels(bytes: Buffer): Promise<{ colour: Rgba; hasProfile: boolean; managed: Rgba }> {
  const { hasProfile } = await sharp(bytes).metadata();
  const middle = async (ignoreIcc: boolean): Promise<Rgba> => {
    const picture = sharp(bytes, { ignoreIcc }).toColourspace('srgb').ensureAlpha().raw();
    const { data, info } = await picture.toBuffer({ resolveWithObject: true });
    const at = ((info.height >> 1) * info.width + (info.width >> 1)) * 4;
    return [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0, data[at + 3] ?? 0];
  };
  return { colour: await middle(true), hasProfile, managed: await middle(false) };
}

test('the test pictures have the channels that they are to have', async () => {
  for (const depth of [8, 16] as const) {
    const { bytes } = await p3Logo([0, 255, 0, 255], depth);
    assert.equal((await sharp(bytes).metadata()).depth, depth === 16 ? 'ushort' : 'uchar');
    assert.deepEqual((await channels(bytes)).colour, [0, 255, 0, 255]);
  }
});

for (const format of P3_FORMATS) {
  for (const depth of [8, 16] as const) {
    test(`a ${format} in p3 keeps colours of ${depth} bits that sRGB cannot show, with the profile`, async () => {
      const logo = await p3Logo([0, 255, 0, 255], depth);
      for (const fields of [{}, { width: 13, padding: '2px', background: '#ffffff' }, { trim: true }] as const) {
        const { colour, hasProfile } = await channels(
          (await renderOne(logo, { ...fields, format, colourSpace: 'p3', quality: 100 })).bytes,
        );
        assert.ok(difference(colour, [0, 255, 0, 255]) <= 4, `${colour}`);
        assert.ok(hasProfile);
      }
    });
  }

  test(`a ${format} in p3 of an sRGB logo is converted, background too`, async () => {
    const png: TestLogo = {
      format: 'png',
      bytes: await paint(20, 20, () => RED)
        .png()
        .toBuffer(),
    };
    const deep: TestLogo = { format: 'png', bytes: await sharp(png.bytes).toColourspace('rgb16').png().toBuffer() };
    const svg = svgLogo('<rect width="100" height="100" fill="#ff0000"/>');
    const dot = svgLogo('<rect width="10" height="10" fill="#00ff00"/>');
    for (const [logo, background] of [
      [png, 'transparent'],
      [deep, 'transparent'],
      [svg, 'transparent'],
      [dot, '#ff0000'],
    ] as const) {
      const { colour, managed } = await channels(
        (await renderOne(logo, { format, colourSpace: 'p3', background })).bytes,
      );
      assert.ok(difference(colour, RED_IN_P3) <= 3, `${logo.format}: ${colour}`);
      assert.ok(difference(managed, RED) <= 4, `${logo.format}: ${managed} by its profile`);
    }
  });
}

test('sRGB is without a profile, and colours of any depth are converted to it', async () => {
  for (const depth of [8, 16] as const) {
    for (const format of P3_FORMATS) {
      const { colour, hasProfile } = await channels(
        (await renderOne(await p3Logo(RED_IN_P3, depth), { format })).bytes,
      );
      assert.ok(difference(colour, RED) <= 4, `${format} of ${depth} bits: ${colour}`);
      assert.ok(!hasProfile);
    }
  }
});

test('greyscale of 16 bits, and CMYK with a profile, come out right in both spaces', async () => {
  const picture = () => paint(20, 20, () => [120, 120, 120, 255]);
  const grey = await sharp(await picture().toColourspace('b-w').png().toBuffer())
    .toColourspace('grey16')
    .png()
    .toBuffer();
  assert.equal((await sharp(grey).metadata()).space, 'grey16');
  const cmyk = await picture()
    .removeAlpha()
    .toColourspace('cmyk')
    .withIccProfile('cmyk')
    .jpeg({ quality: 100 })
    .toBuffer();
  assert.equal((await sharp(cmyk).metadata()).space, 'cmyk');
  for (const [colourSpace, format] of [
    ['srgb', 'png'],
    ['srgb', 'jpeg'],
    ['p3', 'png'],
  ] as const) {
    for (const logo of [
      { format: 'png', bytes: grey },
      { format: 'jpeg', bytes: cmyk },
    ] as const) {
      const { colour } = await channels((await renderOne(logo, { colourSpace, format })).bytes);
      assert.ok(difference(colour, [120, 120, 120, 255]) <= (logo.format === 'png' ? 2 : 20), `${colour}`);
      assert.ok(difference(colour, [colour[0], colour[0], colour[0], 255]) <= 2, `${colour} is not grey`);
    }
  }
});
