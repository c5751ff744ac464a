import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { encodePng } from '../../encode/png.ts';
import { toRaster } from '../../raster.ts';
import { paint } from '../../testing/logos.ts';
import { drawing, square } from '../catalogue/drawings.ts';
import type { Drawing, PictureFile } from '../catalogue/kit-file.ts';
import type { Painted } from '../painter.ts';
import { checkPicture } from './check-picture.ts';
import type { RuleId } from './rules.ts';

const SIDE = 32;
const flat = (...rgba: [number, number, number, number]) => toRaster(paint(SIDE, SIDE, () => rgba));
const half = (a: [number, number, number, number], b: [number, number, number, number]) =>
  toRaster(paint(SIDE, SIDE, (x) => (x < SIDE / 2 ? a : b)));

const NAVY = await half([0, 0, 60, 255], [255, 255, 255, 255]);
const PALE = await half([250, 240, 200, 255], [255, 255, 255, 255]);
const CLEAR = await half([0, 0, 0, 255], [0, 0, 0, 0]);
const TRIANGLE = await toRaster(paint(SIDE, SIDE, (x, y) => [0, 0, 0, x < y ? 255 : 0]));

interface Case {
  raster: Awaited<ReturnType<typeof flat>>;
  drawing?: Drawing;
  reach?: number;
  png?: Buffer;
}

async function passes(rule: RuleId, { raster, png, reach, ...fields }: Case): Promise<boolean | undefined> {
  const canvas = square(SIDE);
  const file: PictureFile = {
    kind: 'png',
    name: 'a.png',
    parts: ['pwa'],
    reason: '',
    place: '',
    rules: [rule],
    drawing: fields.drawing ?? drawing(canvas),
  };
  const painted: Painted = { raster, canvas, ground: '#ffffff', ...(reach !== undefined && { reach }) };
  const checks = checkPicture(file, painted, png ?? (await encodePng(raster)));
  return checks.findLast((check) => check.rule === rule)?.pass;
}

const rgba = (raster: Case['raster']) =>
  sharp(raster.data, { raw: { width: SIDE, height: SIDE, channels: 4 } })
    .png()
    .toBuffer();
const rgb = (raster: Case['raster']) =>
  sharp(raster.data, { raw: { width: SIDE, height: SIDE, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
const withExif = await sharp(NAVY.data, { raw: { width: SIDE, height: SIDE, channels: 4 } })
  .withExif({ IFD0: { Copyright: 'me' } })
  .png()
  .toBuffer();

/** For each rule of pictures, one that keeps it and one that breaks it. */
const CASES: [rule: RuleId, good: Case, bad: Case][] = [
  ['picture-size', { raster: NAVY }, { raster: NAVY, drawing: drawing(square(33)) }],
  ['clean-srgb', { raster: NAVY }, { raster: NAVY, png: withExif }],
  ['contrast', { raster: NAVY }, { raster: PALE }],
  ['apple-opaque', { raster: NAVY }, { raster: CLEAR }],
  ['maskable-opaque', { raster: NAVY }, { raster: CLEAR }],
  ['card-opaque', { raster: NAVY }, { raster: CLEAR, png: await rgba(CLEAR) }],
  ['apple-grey', { raster: CLEAR }, { raster: NAVY }],
  ['maskable-safe-zone', { raster: NAVY, reach: 0.39 }, { raster: NAVY, reach: 0.41 }],
  ['adaptive-safe-zone', { raster: NAVY, reach: 0.3 }, { raster: NAVY, reach: 0.32 }],
  ['monochrome', { raster: CLEAR }, { raster: await half([9, 0, 0, 255], [0, 0, 0, 200]) }],
  ['monochrome-shape', { raster: TRIANGLE }, { raster: await flat(0, 0, 0, 255) }],
  ['play-icon', { raster: NAVY, png: await rgba(NAVY) }, { raster: NAVY }],
  ['play-feature', { raster: NAVY, png: await rgb(NAVY) }, { raster: NAVY, png: await rgba(NAVY) }],
];

for (const [rule, good, bad] of CASES) {
  test(`${rule} passes what keeps it and fails what breaks it`, async () => {
    assert.equal(await passes(rule, good), true);
    assert.equal(await passes(rule, bad), false);
  });
}

test('a safe zone is not kept by ink that is needlessly small', async () => {
  assert.equal(await passes('maskable-safe-zone', { raster: NAVY, reach: 0.3 }), false);
});
