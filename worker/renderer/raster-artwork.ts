import type { Artwork, Draw } from './artwork.ts';
import { decoding } from './decoding.ts';
import { type Box, containScale, type Size } from './geometry.ts';
import { inkBox, inkReach } from './ink.ts';
import { decode, type RasterLogo } from './open-logo.ts';
import { cut, flatten, KERNEL, type Raster, resizeRaster, toRaster, windowOf } from './raster.ts';

/** The longest side of what is decoded. */
const DECODED_SIDE = 2048;
/** The least longest side that is drawn from: smaller logos are made larger once, by one resampling. */
const LEAST_SIDE = 1024;

/**
 * The artwork of a raster logo: it is decoded once, and kept as pixels of falling sizes, from which each drawing takes
 * a single resampling. Undefined when it shows nothing.
 */
export async function rasterArtwork(logo: RasterLogo): Promise<Artwork | undefined> {
  const scale = Math.min(1, containScale(logo.size, { width: DECODED_SIDE, height: DECODED_SIDE }));
  const decoded = await decodePart(logo, { x: 0, y: 0, ...logo.size }, scale);
  const box = inkBox(decoded);
  if (!box) return undefined;
  const ink = await enlarged(await cutInk(logo, decoded, box, scale));
  const isAllInk = box.width === decoded.width && box.height === decoded.height;
  const whole = isAllInk ? ink : await enlarged(decoded);
  return {
    ink: sizeOf(ink),
    reach: inkReach(ink, { x: 0, y: 0, ...sizeOf(ink) }),
    draw: drawFrom(ink),
    whole: { size: sizeOf(whole), draw: drawFrom(whole) },
  };
}

/** The ink of a logo as pixels: those that were decoded, or as many as there are of what is a small part of them. */
async function cutInk(logo: RasterLogo, decoded: Raster, box: Box, scale: number): Promise<Raster> {
  if (scale === 1 || Math.max(box.width, box.height) >= LEAST_SIDE) return cut(decoded, box);
  const part = fullSize(box, scale, logo.size);
  const larger = await decodePart(
    logo,
    part,
    Math.min(1, containScale(part, { width: DECODED_SIDE, height: DECODED_SIDE })),
  );
  return cut(larger, inkBox(larger) ?? { x: 0, y: 0, ...sizeOf(larger) });
}

/**
 * Draws the middle of a raster. A drawing of less than half its size is made from a copy of half the size, and so on,
 * because what resampling takes is the reading.
 */
function drawFrom(raster: Raster): Draw {
  const copies = new Map<string | undefined, Promise<Raster>[]>();

  function copyOf(level: number, ground: string | undefined): Promise<Raster> {
    const levels = copies.get(ground) ?? [];
    copies.set(ground, levels);
    const made = levels[level] ?? (level === 0 ? onGround(raster, ground) : halved(copyOf(level - 1, ground), ground));
    levels[level] = made;
    return made;
  }

  return async (canvas, scale, ground) => {
    // The copy has at least twice the pixels of the drawing, in each direction.
    const level = Math.max(0, Math.floor(Math.log2(1 / scale)) - 1);
    const copy = await copyOf(level, ground);
    const window = scaled(canvas, copy.width / raster.width / scale);
    return resizeRaster(windowOf(copy, window, ground), canvas, ground !== undefined);
  };
}

async function onGround(raster: Raster, ground: string | undefined): Promise<Raster> {
  return ground === undefined ? raster : flatten(raster, ground);
}

async function halved(raster: Promise<Raster>, ground: string | undefined): Promise<Raster> {
  const whole = await raster;
  return resizeRaster(whole, scaled(whole, 1 / 2), ground !== undefined);
}

async function enlarged(raster: Raster): Promise<Raster> {
  const scale = containScale(raster, { width: LEAST_SIDE, height: LEAST_SIDE });
  return scale > 1 ? resizeRaster(raster, scaled(raster, scale)) : raster;
}

async function decodePart(logo: RasterLogo, { x, y, width, height }: Box, scale: number): Promise<Raster> {
  const size = scaled({ width, height }, scale);
  return decoding(logo.bytes, logo.format, () =>
    toRaster(
      decode(logo)
        .extract({ left: x, top: y, width, height })
        .resize(size.width, size.height, { fit: 'fill', kernel: KERNEL }),
    ),
  );
}

/** A box of a scaled-down picture in pixels of the whole one, rounded outwards. */
function fullSize({ x, y, width, height }: Box, scale: number, whole: Size): Box {
  const [left, top] = [Math.floor(x / scale), Math.floor(y / scale)];
  return {
    x: left,
    y: top,
    width: Math.min(whole.width, Math.ceil((x + width) / scale)) - left,
    height: Math.min(whole.height, Math.ceil((y + height) / scale)) - top,
  };
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
