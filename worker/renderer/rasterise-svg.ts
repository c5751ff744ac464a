import sharp from 'sharp';
import { decoding } from './decoding.ts';
import { type Box, type Size, sizeOfSide } from './geometry.ts';
import { flatten, paste, type Raster, resizeRaster, toRaster } from './raster.ts';
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
 * libvips draws what is larger in tiles of this side, and librsvg makes each layer, mask and filter of a tile as large as the
 * whole picture: at 4096 pixels that is nine times the work.
 */
const TILE_SIDE = 2000;
/** The longest side, in pixels, that filters are drawn at: what they do in a tile depends on what is beside it. */
export const FILTERED_SIDE = TILE_SIDE;

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
  // What blends with what is behind it would blend with the ground too.
  const isSheet = ground !== undefined && !elements.includes('mix-blend-mode');
  const drawn = isSheet ? sheet(box, ground) + elements : elements;
  const raster = await (isFiltered(elements) ? drawFiltered : drawInTiles)(drawn, box, size);
  return ground === undefined || isSheet ? raster : flatten(raster, ground);
}

async function drawFiltered(elements: string, box: Box, size: Size): Promise<Raster> {
  const isTooLarge = Math.max(size.width, size.height) > FILTERED_SIDE;
  return resizeRaster(await drawAtOnce(elements, box, isTooLarge ? sizeOfSide(size, FILTERED_SIDE) : size), size);
}

async function drawInTiles(elements: string, box: Box, size: Size): Promise<Raster> {
  const [columns, rows] = [tilesAlong(size.width), tilesAlong(size.height)];
  if (columns.length * rows.length === 1) return drawAtOnce(elements, box, size);
  const [across, down] = [box.width / size.width, box.height / size.height];
  const whole = { ...size, data: Buffer.alloc(size.width * size.height * 4) };
  for (const { at: y, length: height } of rows) {
    for (const { at: x, length: width } of columns) {
      const part = { x: box.x + x * across, y: box.y + y * down, width: width * across, height: height * down };
      paste(await drawAtOnce(elements, part, { width, height }), whole, x, y);
    }
  }
  return whole;
}

/** Equal parts of a length, none longer than a tile. */
function tilesAlong(length: number): { at: number; length: number }[] {
  const count = Math.ceil(length / TILE_SIDE);
  const edge = (tile: number) => Math.round((length * tile) / count);
  return Array.from({ length: count }, (_, tile) => ({ at: edge(tile), length: edge(tile + 1) - edge(tile) }));
}

async function drawAtOnce(elements: string, box: Box, size: Size): Promise<Raster> {
  const scale = VIPS_DPI / CSS_DPI;
  const framed = frameElements(elements, box, { width: size.width * scale, height: size.height * scale });
  const raster = await decoding('svg', () => toRaster(sharp(framed, { density: CSS_DPI })));
  return resizeRaster(raster, size);
}

/** A rectangle that is larger than a box, so that it covers the pixels at its edges whole. */
function sheet({ x, y, width, height }: Box, colour: string): string {
  const larger = { x: x - width, y: y - height, width: 3 * width, height: 3 * height };
  const { d, style } = ownRect(larger, `fill:${colour}`);
  return `<path d="${d}" style="${style}"/>`;
}
