import type { Artwork, Draw } from '../artwork.ts';
import { containScale, type Size, sizeOfSide } from '../geometry.ts';
import { flatten, type Raster, resizeRaster, windowOf } from '../raster.ts';
import { FILTERED_SIDE } from '../rasterise-svg.ts';
import { isLarge } from './large.ts';

/**
 * A draw whose large drawings are scaled from one, for what takes too long to be drawn at each size: of an SVG with a
 * shadow the startup images of all screens take 10 s otherwise. Small ones are drawn by themselves, as edges count there.
 */
export function scaledFromOne({ size, draw }: Artwork['whole']): Draw {
  const canvasOfOne = sizeOfSide(size, FILTERED_SIDE);
  let one: Promise<Raster> | undefined;
  return async (canvas, scale, ground) => {
    if (!isLarge(canvas)) return draw(canvas, scale, ground);
    one ??= draw(canvasOfOne, containScale(size, canvasOfOne));
    const shown = windowOf(await resizeRaster(await one, scaledInside(canvas, size, scale)), canvas);
    return ground === undefined ? shown : flatten(shown, ground);
  };
}

/** A size in pixels whose margins to the edges of the canvas are whole pixels. */
function scaledInside(canvas: Size, size: Size, scale: number): Size {
  const side = (whole: number, part: number) => whole + 2 * Math.round((part * scale - whole) / 2);
  return { width: side(canvas.width, size.width), height: side(canvas.height, size.height) };
}
