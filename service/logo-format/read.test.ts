import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ProblemError } from '@logomorph/contract/problem.ts';
import fc from 'fast-check';
import sharp from 'sharp';
import { readLogoFormat } from './read.ts';

const picture = sharp({ create: { width: 40, height: 30, channels: 4, background: '#c0392b80' } });
const frame = (background: string) =>
  sharp({ create: { width: 16, height: 16, channels: 4, background } })
    .png()
    .toBuffer();
const frames = sharp(await Promise.all(['#100', '#200', '#300'].map(frame)), { join: { animated: true } });

const SAMPLES = {
  png: await picture.clone().png().toBuffer(),
  jpeg: await picture.clone().flatten().jpeg().toBuffer(),
  webp: await picture.clone().webp().toBuffer(),
  avif: await picture.clone().avif().toBuffer(),
  gif: await frames.gif().toBuffer(),
  svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'),
} as const;

const problemOf = (bytes: Buffer): string => {
  try {
    return readLogoFormat(bytes);
  } catch (error) {
    if (error instanceof ProblemError) return error.problem;
    throw error;
  }
};

const PREFIXED = '<s:svg xmlns:s="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><s:path d="M0 0h9v9z"/></s:svg>';
const utf16 = Buffer.from(`\uFEFF${SAMPLES.svg}`, 'utf16le');

for (const [how, bytes] of Object.entries({
  'with a prefix': Buffer.from(PREFIXED),
  'in UTF-16': utf16,
  'in UTF-16 of the other order': Buffer.from(utf16).swap16(),
})) {
  test(`an SVG ${how} is told, and cut anywhere it is none`, () => {
    assert.equal(problemOf(bytes), 'svg');
    for (let length = 0; length < bytes.length; length += 1) {
      assert.match(problemOf(bytes.subarray(0, length)), /^(truncated-logo|unknown-logo-format)$/, `${length} bytes`);
    }
  });
}

for (const [format, bytes] of Object.entries(SAMPLES)) {
  test(`${format} is told by its bytes`, () => {
    assert.equal(problemOf(bytes), format);
  });

  test(`${format} cut anywhere is never taken for a whole one`, () => {
    for (let length = 0; length < bytes.length; length += 1) {
      assert.match(problemOf(bytes.subarray(0, length)), /^(truncated-logo|unknown-logo-format)$/, `${length} bytes`);
    }
  });
}

test('a progressive JPEG has more than one scan', async () => {
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const bytes = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#000', noise } })
    .jpeg({ progressive: true })
    .withExif({ IFD0: { Copyright: 'LogoMorph' } })
    .toBuffer();
  assert.equal(problemOf(bytes), 'jpeg');
  for (let length = 3; length < bytes.length; length += 7) {
    assert.equal(problemOf(bytes.subarray(0, length)), 'truncated-logo', `${length} bytes`);
  }
});

test('what may stand before the root of an SVG does not hide it', () => {
  const prologs = [
    '\uFEFF',
    '\n  ',
    '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by <hand> -->\n',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    '<!DOCTYPE svg [ <!ENTITY ns "http://www.w3.org/2000/svg"> ]>\n',
  ];
  for (const prolog of prologs) assert.equal(problemOf(Buffer.from(prolog + SAMPLES.svg)), 'svg', prolog);
});

test('other files are not taken, whatever they say of themselves', () => {
  const others = ['', '<html><svg></svg></html>', '%PDF-1.7', 'GIF88a', '<svgx/>', '<?xml', '<!--', '<!DOCTYPE svg ['];
  for (const other of others) assert.equal(problemOf(Buffer.from(other)), 'unknown-logo-format', other);
  const heic = Buffer.from(SAMPLES.avif);
  heic.write('heicmif1heix', 8, 'latin1');
  heic.write('heixheixheixheix', 16, 'latin1');
  assert.equal(problemOf(heic), 'unknown-logo-format');
});

test('an AVIF box that says it has no length ends the reading', () => {
  const box = Buffer.from('0000001066747970617669660000000000000001' + '6d6461740000000000000000', 'hex');
  assert.equal(problemOf(box), 'truncated-logo');
});

for (const [format, bytes] of Object.entries(SAMPLES)) {
  test(`${format} with any bytes overwritten is read to an end`, () => {
    const positions = fc.integer({ min: 0, max: Math.min(bytes.length, 600) - 1 });
    const values = fc.constantFrom(0, 1, 2, 7, 8, 0x2c, 0x21, 0x7f, 0x80, 0xff);
    const changes = fc.array(fc.tuple(positions, values), { minLength: 1, maxLength: 12 });
    const property = fc.property(changes, (overwritten) => {
      const changed = Buffer.from(bytes);
      for (const [at, value] of overwritten) changed[at] = value;
      assert.match(problemOf(changed), /^(png|jpeg|webp|avif|gif|svg|truncated-logo|unknown-logo-format)$/);
    });
    fc.assert(property, { numRuns: 500 });
  });
}
