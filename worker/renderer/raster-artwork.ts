import type { Artwork, Draw } from './artwork.ts';
import { decodeWithin } from './colour/look.ts';
import { cutOutPaper } from './cut-out-paper.ts';
import { decoding } from './decoding.ts';
import { type Box, isSameSize, type Size, scaledSize, shrinkScale } from './geometry.ts';
import { inkBox, inkReach } from './ink.ts';
import { decode, type RasterLogo } from './open-logo.ts';
import { cut, flatten, isOpaque, KERNEL, type Raster, resizeRaster, toRaster, windowOf } from './raster.ts';

/** In pixels, around the ink where a part of a picture is decoded again. */
const MARGIN = 4;

/**
 * The artwork of a raster logo, without white paper around it: it is decoded once, and kept as pixels of falling sizes,
 * from which each drawing takes a single resampling. Undefined when it shows nothing.
 * @param side the longest side, in pixels, that is kept of a larger logo
 */
export async function rasterArtwork(logo: RasterLogo, side: number): Promise<Artwork | undefined> {
  const scale = shrinkScale(logo.size, side);
  const decoded = cutOutPaper(await decodeWithin(logo, side), qualityOf(logo));
  const box = inkBox(decoded);
  if (!box) return undefined;
  const ink = await cutInk(logo, decoded, box, scale, side);
  const draw = drawFrom(ink);
  return {
    ink: sizeOf(ink),
    reach: inkReach(ink, { x: 0, y: 0, ...sizeOf(ink) }),
    draw,
    whole: { size: sizeOf(decoded), draw: ink === decoded ? draw : drawFrom(decoded) },
  };
}

/** The ink of a logo as pixels: those that were decoded, or as many as there are of what is a small part of them. */
async function cutInk(logo: RasterLogo, decoded: Raster, box: Box, scale: number, side: number): Promise<Raster> {
  if (isSameSize(box, decoded)) return decoded;
  if (scale === 1 || Math.max(box.width, box.height) * 2 >= side) return cut(decoded, box);
  // With some paper around it, for paper is told by the edges.
  const part = fullSize(widened(box, MARGIN), scale, logo.size);
  const larger = await decodePart(logo, part, shrinkScale(part, side));
  const freed = cutOutPaper(larger, qualityOf(logo));
  return cut(freed, inkBox(freed) ?? { x: 0, y: 0, ...sizeOf(freed) });
}

/**
 * Draws a raster, in whole pixels. A drawing of less than half its size is made from a copy of half the size, and so on,
 * because what resampling takes is the reading.
 */
function drawFrom(raster: Raster): Draw {
  const opaque = isOpaque(raster);
  const copies = new Map<string | undefined, Promise<Raster>[]>();

  function copyOf(level: number, ground: string | undefined): Promise<Raster> {
    const levels = copies.get(ground) ?? [];
    copies.set(ground, levels);
    const made = levels[level] ?? (level === 0 ? onGround(ground) : halved(copyOf(level - 1, ground), ground));
    levels[level] = made;
    return made;
  }

  async function onGround(ground: string | undefined): Promise<Raster> {
    return ground === undefined ? raster : flatten(raster, ground);
  }

  async function halved(larger: Promise<Raster>, ground: string | undefined): Promise<Raster> {
    const whole = await larger;
    return resizeRaster(whole, scaledSize(whole, 1 / 2), opaque || ground !== undefined);
  }

  return async (canvas, scale, ground) => {
    // The copy has at least twice the pixels of the drawing, in each direction.
    const level = Math.max(0, Math.floor(Math.log2(1 / scale)) - 1);
    const copy = await copyOf(level, opaque ? undefined : ground);
    const drawn = await resizeRaster(copy, scaledSize(raster, scale), opaque || ground !== undefined);
    return windowOf(drawn, canvas, ground);
  };
}

/** WebP can be either, and tells it nowhere that is cheap to read. */
function qualityOf({ format }: RasterLogo) {
  return format === 'png' || format === 'gif' ? 'lossless' : 'lossy';
}

function decodePart(logo: RasterLogo, { x, y, width, height }: Box, scale: number): Promise<Raster> {
  const part = decode(logo).extract({ left: x, top: y, width, height });
  const size = scaledSize({ width, height }, scale);
  return decoding(logo.format, () => toRaster(part.resize({ ...size, fit: 'fill', kernel: KERNEL })));
}

function widened({ x, y, width, height }: Box, by: number): Box {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}

/** A box of a scaled-down picture in pixels of the whole one, rounded outwards and inside of it. */
function fullSize({ x, y, width, height }: Box, scale: number, whole: Size): Box {
  const [left, top] = [Math.max(0, Math.floor(x / scale)), Math.max(0, Math.floor(y / scale))];
  return {
    x: left,
    y: top,
    width: Math.min(whole.width, Math.ceil((x + width) / scale)) - left,
    height: Math.min(whole.height, Math.ceil((y + height) / scale)) - top,
  };
}

function sizeOf({ width, height }: Size): Size {
  return { width, height };
}
