import sharp from 'sharp';
import { decoding } from './decoding.ts';
import { type Box, type Size, sizeOfSide } from './geometry.ts';
import { flatten, type Raster, resizeRaster, toRaster } from './raster.ts';
import { limitPart } from './svg/cost/limit-drawing.ts';
import { drawable } from './svg/drawable.ts';
import { isFiltered } from './svg/filtered.ts';
import { frameElements, nestedSvg } from './svg/frame-svg.ts';
import { ownRect } from './svg/own-rect.ts';
import type { SanitisedSvg } from './svg/sanitise-svg.ts';

/** CSS pixels in an inch. librsvg takes 72 unless told, and then draws a `12pt` text three quarters as large. */
const CSS_DPI = 96;
/** libvips counts a pixel as 1/72 inch and scales the picture when the density is another. */
const VIPS_DPI = 72;
/**
 * The longest side, in pixels, that filters are drawn at. Of what is larger libvips draws tiles of this side, and librsvg
 * filters all of the picture for each: a shadow at 4096 pixels takes 50 s instead of one.
 */
export const FILTERED_SIDE = 2000;

/**
 * Draws what a box of an SVG's coordinates shows, stretched to a size in pixels, from the vectors: nothing is
 * resampled, so it is as sharp at 16 pixels as at 4096, but for what has filters: that is enlarged above FILTERED_SIDE.
 * @param ground a colour (`#rrggbb`) that it is laid over; it is transparent, unless told
 * @throws ProblemError 'unreadable-logo' when it cannot be drawn, 'logo-too-complex' when a small part costs too much
 */
export async function rasteriseSvg(svg: SanitisedSvg, box: Box, size: Size, ground?: string): Promise<Raster> {
  limitPart(svg.root, box);
  return rasteriseElements(nestedSvg(drawable(svg)), box, size, ground);
}

/** Draws what a box of the coordinates of SVG elements shows in the same way. */
export async function rasteriseElements(elements: string, box: Box, size: Size, ground?: string): Promise<Raster> {
  const scale = VIPS_DPI / CSS_DPI;
  // What blends with what is behind it would blend with the ground too.
  const isSheet = ground !== undefined && !elements.includes('mix-blend-mode');
  const drawn = isSheet ? sheet(box, ground) + elements : elements;
  const isTooLarge = isFiltered(elements) && Math.max(size.width, size.height) > FILTERED_SIDE;
  const { width, height } = isTooLarge ? sizeOfSide(size, FILTERED_SIDE) : size;
  const framed = frameElements(drawn, box, { width: width * scale, height: height * scale });
  const raster = await decoding('svg', () => toRaster(sharp(framed, { density: CSS_DPI })));
  const resized = await resizeRaster(raster, size);
  return ground === undefined || isSheet ? resized : flatten(resized, ground);
}

/** A rectangle that is larger than a box, so that it covers the pixels at its edges whole. */
function sheet({ x, y, width, height }: Box, colour: string): string {
  const larger = { x: x - width, y: y - height, width: 3 * width, height: 3 * height };
  const { d, style } = ownRect(larger, `fill:${colour}`);
  return `<path d="${d}" style="${style}"/>`;
}
