import type { Effort } from '../encode/effort.ts';
import { encodeIcns, ICNS_SIDES } from '../encode/icns.ts';
import { encodeIco } from '../encode/ico.ts';
import { encodePng, encodeRgbaPng } from '../encode/png.ts';
import { reduceColours } from '../encode/reduce-colours.ts';
import { type Raster, resizeRaster } from '../raster.ts';

/** The longest side of an ICO. */
export const ICO_SIDE = 256;
/** The sides that Windows and browsers look for: Microsoft, "Construct your Windows app's icon". */
const ICO_SIDES = [16, 24, 32, 48];

/** An ICO of a square: the sides that are looked for, as far as they are smaller, and its own. */
export async function encodeIcoVariant(square: Raster, colours?: number): Promise<Buffer> {
  const frames = [];
  for (const side of [...ICO_SIDES.filter((smaller) => smaller < square.width), square.width]) {
    frames.push({ side, png: await encodeRgbaPng(await drawn(square, side, colours)) });
  }
  return encodeIco(frames);
}

/** An ICNS of a square, whose side is one of ICNS_SIDES: that side and the smaller ones. */
export async function encodeIcnsVariant(square: Raster, effort: Effort, colours?: number): Promise<Buffer> {
  const frames = [];
  for (const side of ICNS_SIDES.filter((smaller) => smaller <= square.width)) {
    const raster = await drawn(square, side, colours);
    frames.push({ raster, png: await encodePng(raster, { effort }) });
  }
  return encodeIcns(frames);
}

async function drawn(square: Raster, side: number, colours?: number): Promise<Raster> {
  const raster = await resizeRaster(square, { width: side, height: side });
  return colours === undefined ? raster : reduceColours(raster, colours);
}
