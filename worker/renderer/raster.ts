import sharp, { type Sharp } from 'sharp';
import { type Box, isSameSize, marginsAround, type Size } from './geometry.ts';

/** Pixels: 8-bit sRGB with straight (not premultiplied) alpha, four bytes each, row by row. */
export interface Raster extends Size {
  data: Buffer;
}

/**
 * How pixels are resampled. Lanczos with three lobes, sharp's default, overshoots at the hard edges of a logo: brand
 * colours come out brighter, and a haze of alpha shows a pixel away from the ink at 16 pixels.
 */
export const KERNEL = 'lanczos2';

/** Runs a sharp pipeline to pixels. */
export async function toRaster(picture: Sharp): Promise<Raster> {
  const { data, info } = await picture
    .toColourspace('srgb')
    .ensureAlpha()
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A sharp pipeline that starts from pixels. */
export function fromRaster({ data, width, height }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } });
}

/**
 * The raster resampled to a size, its aspect ratio not kept.
 * @param opaque that its alpha is 255 everywhere, so that there is no need to weigh colours by it
 */
export async function resizeRaster(raster: Raster, size: Size, opaque = false): Promise<Raster> {
  if (isSameSize(raster, size)) return raster;
  const picture = opaque ? fromRaster(raster).removeAlpha() : fromRaster(raster);
  return toRaster(picture.resize(size.width, size.height, { fit: 'fill', kernel: KERNEL }));
}

/** The part of a raster that is inside a box. */
export function cut(raster: Raster, { x, y, width, height }: Box): Raster {
  const data = Buffer.alloc(width * height * 4);
  for (let row = 0; row < height; row++) {
    const from = ((y + row) * raster.width + x) * 4;
    raster.data.copy(data, row * width * 4, from, from + width * 4);
  }
  return { data, width, height };
}

/** Copies a raster into a larger one, its top left pixel to x and y. */
export function paste(part: Raster, into: Raster, x: number, y: number): void {
  for (let row = 0; row < part.height; row++) {
    const from = row * part.width * 4;
    part.data.copy(into.data, ((y + row) * into.width + x) * 4, from, from + part.width * 4);
  }
}

/**
 * What a raster shows through a window of a size that is centred on it; a ground (`#rrggbb`), or nothing, where the
 * window is larger.
 */
export function windowOf(raster: Raster, size: Size, ground?: string): Raster {
  if (isSameSize(raster, size)) return raster;
  const { width, height } = size;
  const data = Buffer.alloc(width * height * 4);
  if (ground !== undefined) words({ data, width, height }).fill(wordOf(ground));
  const { left, top } = marginsAround(raster, size);
  const columns = Math.min(raster.width, width);
  for (let y = Math.max(0, top); y < Math.min(height, top + raster.height); y++) {
    const from = ((y - top) * raster.width + Math.max(0, -left)) * 4;
    raster.data.copy(data, (y * width + Math.max(0, left)) * 4, from, from + columns * 4);
  }
  return { data, width, height };
}

/** The raster laid over a colour (`#rrggbb`): opaque everywhere. */
export function flatten(raster: Raster, background: string): Raster {
  const { data } = raster;
  const source = words(raster);
  const result = new Uint32Array(source.length);
  const bytes = Buffer.from(result.buffer);
  const ground = wordOf(background);
  const [red = 0, green = 0, blue = 0] = Buffer.from(background.slice(1), 'hex');
  for (let pixel = 0; pixel < source.length; pixel++) {
    const word = source[pixel] ?? 0;
    if ((word & ALPHA) === ALPHA) {
      result[pixel] = word;
      continue;
    }
    result[pixel] = ground;
    if ((word & ALPHA) === 0) continue;
    const at = pixel * 4;
    const alpha = data[at + 3] ?? 0;
    bytes[at] = Math.round(((data[at] ?? 0) * alpha + red * (255 - alpha)) / 255);
    bytes[at + 1] = Math.round(((data[at + 1] ?? 0) * alpha + green * (255 - alpha)) / 255);
    bytes[at + 2] = Math.round(((data[at + 2] ?? 0) * alpha + blue * (255 - alpha)) / 255);
  }
  return { ...raster, data: bytes };
}

/** The pixels along the edges of a box, by their place in the rows of a raster; those in the corners come twice. */
export function* edgePixels({ x, y, width, height }: Box, rowLength: number): Generator<number> {
  for (let column = x; column < x + width; column++) {
    yield y * rowLength + column;
    yield (y + height - 1) * rowLength + column;
  }
  for (let row = y; row < y + height; row++) {
    yield row * rowLength + x;
    yield row * rowLength + x + width - 1;
  }
}

/** Whether no pixel lets anything through. */
export function isOpaque(raster: Raster): boolean {
  const pixels = words(raster);
  for (let pixel = 0; pixel < pixels.length; pixel++) if (((pixels[pixel] ?? 0) & ALPHA) !== ALPHA) return false;
  return true;
}

/**
 * The raster with its alpha rounded to 16 levels, and to 32 levels a channel the colours of what is not opaque: at most 8
 * and 4 in 255 off, which cannot be seen of the soft edges of an icon, but makes them compress to two thirds.
 */
export function withCoarseEdges(raster: Raster): Raster {
  const data = Buffer.from(raster.data);
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = at; channel < at + 3; channel++) data[channel] = inLevels(data[channel] ?? 0, 32);
    data[at + 3] = inLevels(alpha, 16);
  }
  return { ...raster, data };
}

function inLevels(value: number, levels: number): number {
  return Math.round((Math.round((value * (levels - 1)) / 255) * 255) / (levels - 1));
}

/**
 * The pixels as words of 32 bits, for what takes whole pixels at a time. Which byte comes first is up to the machine.
 * Writing to it changes the raster, if that was allocated by `Buffer.alloc`, which aligns its bytes.
 */
export function words({ data }: Raster): Uint32Array {
  const aligned = data.byteOffset % 4 === 0 ? data : new Uint8Array(data);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, data.length / 4);
}

/** The bits of a word of `words` that are alpha. Signed, as what `&` gives is. */
export const ALPHA = (new Uint32Array(new Uint8Array([0, 0, 0, 255]).buffer)[0] ?? 0) | 0;

/** An opaque colour (`#rrggbb`) as a word of `words`. */
function wordOf(colour: string): number {
  return new Uint32Array(new Uint8Array([...Buffer.from(colour.slice(1), 'hex'), 255]).buffer)[0] ?? 0;
}
