import type { Artwork } from './artwork.ts';
import { decoding } from './decoding.ts';
import { type Box, containScale, type Size } from './geometry.ts';
import { inkBox, inkReach } from './ink.ts';
import { decode, type RasterLogo } from './open-logo.ts';
import { cut, KERNEL, type Raster, resizeRaster, toRaster, windowOf } from './raster.ts';

/** The longest side of what is decoded: twice the master's, so that margins can be trimmed off. */
const DECODED_SIDE = 2048;
/** The longest side of the ink that all drawings are resampled from: twice the largest drawing of a kit. */
const MASTER_SIDE = 1024;

/**
 * The artwork of a raster logo: it is decoded once, and its ink kept as pixels of one size, from which each
 * drawing takes a single resampling. Undefined when it shows nothing.
 */
export async function rasterArtwork(logo: RasterLogo): Promise<Artwork | undefined> {
  const ink = await decodeInk(logo);
  if (!ink) return undefined;
  const master = await resizeRaster(ink, scaled(ink, containScale(ink, { width: MASTER_SIDE, height: MASTER_SIDE })));
  return {
    ink: { width: master.width, height: master.height },
    reach: inkReach(master, { x: 0, y: 0, ...master }),
    draw: (canvas, scale) => resizeRaster(windowOf(master, scaled(canvas, 1 / scale)), canvas),
  };
}

/** The ink of a logo as pixels, at full size or at least as large as the master. */
async function decodeInk(logo: RasterLogo): Promise<Raster | undefined> {
  const scale = Math.min(1, containScale(logo.size, { width: DECODED_SIDE, height: DECODED_SIDE }));
  const whole = await decodePart(logo, { x: 0, y: 0, ...logo.size }, scale);
  const ink = inkBox(whole);
  if (!ink) return undefined;
  if (scale === 1 || Math.max(ink.width, ink.height) >= MASTER_SIDE) return cut(whole, ink);
  // The ink is a small part of a large picture, and got too small with it: decode that part again, larger.
  const part = fullSize(ink, scale, logo.size);
  const larger = await decodePart(
    logo,
    part,
    Math.min(1, containScale(part, { width: DECODED_SIDE, height: DECODED_SIDE })),
  );
  const exact = inkBox(larger);
  return exact && cut(larger, exact);
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
