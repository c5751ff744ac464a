import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { encodeIcns, ICNS_SIDES } from '../encode/icns.ts';
import { encodeIco } from '../encode/ico.ts';
import { encodeRgbaPng } from '../encode/png.ts';
import { inkBox } from '../ink.ts';
import { type Raster, withCoarseEdges } from '../raster.ts';
import type { RenderedFile } from '../rendered-file.ts';
import { drawing, square } from './catalogue/drawings.ts';
import type { KitFile, PictureFile } from './catalogue/kit-file.ts';
import { encodePicture } from './encode-picture.ts';
import { checkIcnsFrames, checkIcoFrames } from './lint/check-icons.ts';
import { checkPicture } from './lint/check-picture.ts';
import type { Check } from './lint/rules.ts';
import type { Painter } from './painter.ts';

/** A file, and what it was checked against. */
export interface MadeFile {
  file: RenderedFile;
  checks: Check[];
}

/** Makes the pictures of a kit; of those that are drawn alike, one. */
export function pictureMaker(
  { paint }: Painter,
  optimise: KitRecipe['optimise'],
): (file: PictureFile) => Promise<MadeFile> {
  const made = new Map<string, { bytes: Buffer; checks: Check[] }>();
  return async (file) => {
    const { name, drawing, rules } = file;
    const key = JSON.stringify([drawing, rules]);
    let picture = made.get(key);
    if (!picture) {
      const painted = await paint(drawing);
      const bytes = await encodePicture(painted, drawing.pixels, optimise);
      picture = { bytes, checks: checkPicture(file, painted, bytes) };
      made.set(key, picture);
    }
    const { width, height } = drawing;
    return { file: { name, mediaType: 'image/png', bytes: picture.bytes, width, height }, checks: picture.checks };
  };
}

/** The least pixels that the shorter side of the ink takes in the smallest frame of a favicon. */
const LEAST_INK_PIXELS = 6;

/** An icon of several sizes for browsers and Windows. */
export async function makeIco(
  { name, sides, trimmed }: KitFile & { kind: 'ico' },
  { paint }: Painter,
): Promise<MadeFile> {
  const frames = [];
  let smallest: Raster | undefined;
  for (const side of sides) {
    const { raster } = await paint(drawing(square(side), { trimmed }));
    smallest ??= raster;
    frames.push({ side, png: await encodeRgbaPng(withCoarseEdges(raster), { effort: 'low' }) });
  }
  const bytes = encodeIco(frames);
  const box = smallest && inkBox(smallest);
  const inkPixels = box ? Math.min(box.width, box.height) : 0;
  return {
    file: { name, mediaType: 'image/x-icon', bytes },
    checks: [
      checkIcoFrames(bytes, sides),
      { rule: 'small-size', measured: inkPixels, pass: inkPixels >= LEAST_INK_PIXELS },
    ],
  };
}

/** The ink of an icon of a Mac app takes this share of its side, inside the tile. */
const MAC_INK = 0.56;

/** An icon of a Mac app. */
export async function makeIcns({ name }: KitFile, { paint }: Painter): Promise<MadeFile> {
  const frames = [];
  for (const side of ICNS_SIDES) {
    const { raster } = await paint(drawing(square(side), { ground: 'tile', within: square(side * MAC_INK) }));
    frames.push({ raster, png: await encodeRgbaPng(raster, { effort: 'low' }) });
  }
  const bytes = encodeIcns(frames);
  return { file: { name, mediaType: 'image/x-icns', bytes }, checks: [checkIcnsFrames(bytes)] };
}
