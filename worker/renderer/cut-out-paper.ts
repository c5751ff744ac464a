import type { Size } from './geometry.ts';
import { edgePixels, isOpaque, type Raster, words } from './raster.ts';

/** The least of each channel of paper: what is darker, or has a hue, may be the plate of an app icon. */
const LEAST_WHITE = 240;
/** How far, in steps of 255 of a channel, pixels of paper may be from its colour: lossy formats leave as much. */
const PAPER_NOISE = { lossless: 4, lossy: 28 };
/** The share of the pixels along the edges that have to be paper. */
const PAPER_EDGE = 0.995;
/** How many pixels deep the edge of the ink is mixed with paper, by anti-aliasing and the halved chroma of JPEG. */
const SOFT_DEPTH = 3;
/** How far from the line between two colours their mixtures may be, in steps of 255 of a channel. */
const MIXTURE_NOISE = { lossless: 24, lossy: 72 };

/** In a map of depths, white of which it is not known whether it can be reached from the edges. */
const WHITE_INSIDE = SOFT_DEPTH + 2;

type Colour = readonly [red: number, green: number, blue: number];

/**
 * A picture without the white paper that it was saved on: opaque pictures with white edges lose what is white from the
 * edges inwards, and the soft edge of what is left gets its own colour and alpha back. White that is enclosed stays, for
 * it may be a part of the logo. Any other picture, and blank paper, is given as it is.
 */
export function cutOutPaper(raster: Raster, quality: keyof typeof PAPER_NOISE): Raster {
  if (!isOpaque(raster)) return raster;
  const noise = PAPER_NOISE[quality];
  const paper = paperAround(raster, noise);
  if (!paper) return raster;
  const depth = whiteOf(raster, paper, noise);
  const soft = softEdges(depth, raster, reachPaper(depth, raster));
  if (!depth.includes(SOFT_DEPTH + 1) && !depth.includes(WHITE_INSIDE)) return raster;
  const data = Buffer.alloc(raster.data.length);
  const pixels = words({ ...raster, data });
  pixels.set(words(raster));
  for (let pixel = 0; pixel < depth.length; pixel++) if (depth[pixel] === 0) pixels[pixel] = 0;
  for (const pixel of soft) unmix(data, raster, pixel, paper, MIXTURE_NOISE[quality]);
  return { ...raster, data };
}

/** The white that nearly all pixels along the edges have, if they have one. */
function paperAround({ data, width, height }: Raster, noise: number): Colour | undefined {
  const edge = [...edgePixels({ x: 0, y: 0, width, height }, width)];
  const median = (channel: number) => {
    const values = edge.map((pixel) => data[pixel * 4 + channel] ?? 0).sort((a, b) => a - b);
    return values[values.length >> 1] ?? 0;
  };
  const paper: Colour = [median(0), median(1), median(2)];
  if (Math.min(...paper) < LEAST_WHITE) return undefined;
  const alike = edge.filter((pixel) => isPaper(data, pixel * 4, paper, noise)).length;
  return alike >= edge.length * PAPER_EDGE ? paper : undefined;
}

function isPaper(data: Buffer, at: number, paper: Colour, noise: number): boolean {
  return (
    Math.abs((data[at] ?? 0) - paper[0]) <= noise &&
    Math.abs((data[at + 1] ?? 0) - paper[1]) <= noise &&
    Math.abs((data[at + 2] ?? 0) - paper[2]) <= noise
  );
}

/** The depths as they are before anything was reached: `WHITE_INSIDE` of what is white, the most of all else. */
function whiteOf({ data, width, height }: Raster, paper: Colour, noise: number): Uint8Array {
  const depth = new Uint8Array(width * height);
  for (let pixel = 0; pixel < depth.length; pixel++) {
    depth[pixel] = isPaper(data, pixel * 4, paper, noise) ? WHITE_INSIDE : SOFT_DEPTH + 1;
  }
  return depth;
}

/**
 * Makes the depth 0 of the paper that can be reached from the edges, a run of pixels of a row at a time, and 1 of the
 * pixels beside it, which it gives.
 */
function reachPaper(depth: Uint8Array, { width, height }: Size): number[] {
  const beside: number[] = [];
  const seeds = [...edgePixels({ x: 0, y: 0, width, height }, width)];
  for (let seed = seeds.pop(); seed !== undefined; seed = seeds.pop()) {
    if (depth[seed] !== WHITE_INSIDE) continue;
    const row = seed - (seed % width);
    let left = seed;
    let right = seed;
    while (left > row && depth[left - 1] === WHITE_INSIDE) left--;
    while (right < row + width - 1 && depth[right + 1] === WHITE_INSIDE) right++;
    depth.fill(0, left, right + 1);
    if (left > row) deepen(depth, left - 1, 1, beside);
    if (right < row + width - 1) deepen(depth, right + 1, 1, beside);
    if (row > 0) lookAlong(depth, left - width, right - width, seeds, beside);
    if (row + width < depth.length) lookAlong(depth, left + width, right + width, seeds, beside);
  }
  return beside;
}

/** Between two pixels of a row, beside paper that was reached: a seed in each run of white, and what is beside it. */
function lookAlong(depth: Uint8Array, from: number, to: number, seeds: number[], beside: number[]): void {
  for (let pixel = from; pixel <= to; pixel++) {
    if (depth[pixel] !== WHITE_INSIDE) {
      deepen(depth, pixel, 1, beside);
      continue;
    }
    seeds.push(pixel);
    while (pixel < to && depth[pixel + 1] === WHITE_INSIDE) pixel++;
  }
}

/** Gives a pixel a depth, and adds it to those that have one, unless it is nearer to paper. */
function deepen(depth: Uint8Array, pixel: number, value: number, soft: number[]): void {
  if ((depth[pixel] ?? 0) <= value) return;
  depth[pixel] = value;
  soft.push(pixel);
}

/** Finds the depth of all that is up to SOFT_DEPTH steps from paper, and adds it to the pixels that are beside paper. */
function softEdges(depth: Uint8Array, { width }: Size, soft: number[]): number[] {
  for (let at = 0; at < soft.length; at++) {
    const pixel = soft[at] ?? 0;
    const value = (depth[pixel] ?? 0) + 1;
    if (value > SOFT_DEPTH) break;
    const x = pixel % width;
    if (x > 0) deepen(depth, pixel - 1, value, soft);
    if (x < width - 1) deepen(depth, pixel + 1, value, soft);
    if (pixel >= width) deepen(depth, pixel - width, value, soft);
    if (pixel + width < depth.length) deepen(depth, pixel + width, value, soft);
  }
  return soft;
}

/**
 * Writes the colour and alpha of a pixel at the edge, taken for a mixture of paper and the strongest colour near it; it
 * stays when it is no such mixture.
 */
function unmix(to: Buffer, raster: Raster, pixel: number, paper: Colour, noise: number): void {
  const { data } = raster;
  const ink = strongestNear(raster, pixel, paper);
  const most = strength(data, ink, paper);
  let along = 0;
  for (let channel = 0; channel < 3; channel++) {
    along += away(data, pixel * 4, channel, paper) * away(data, ink, channel, paper);
  }
  const alpha = most === 0 ? 0 : Math.min(1, Math.max(0, along / most));
  for (let channel = 0; channel < 3; channel++) {
    const rest = away(data, pixel * 4, channel, paper) - alpha * away(data, ink, channel, paper);
    if (Math.abs(rest) > noise) return;
  }
  data.copy(to, pixel * 4, ink, ink + 3);
  to[pixel * 4 + 3] = Math.round(alpha * 255);
}

/** The offset of the pixel that is least like paper, of those near a pixel; of equals that pixel, then the first. */
function strongestNear({ data, width, height }: Raster, pixel: number, paper: Colour): number {
  const x = pixel % width;
  const y = (pixel - x) / width;
  let strongest = pixel * 4;
  let most = strength(data, strongest, paper);
  for (let row = Math.max(0, y - SOFT_DEPTH); row <= Math.min(height - 1, y + SOFT_DEPTH); row++) {
    for (let column = Math.max(0, x - SOFT_DEPTH); column <= Math.min(width - 1, x + SOFT_DEPTH); column++) {
      const at = (row * width + column) * 4;
      const now = strength(data, at, paper);
      if (now <= most) continue;
      most = now;
      strongest = at;
    }
  }
  return strongest;
}

/** How far a pixel is from paper, squared. */
function strength(data: Buffer, at: number, paper: Colour): number {
  const red = away(data, at, 0, paper);
  const green = away(data, at, 1, paper);
  const blue = away(data, at, 2, paper);
  return red * red + green * green + blue * blue;
}

function away(data: Buffer, at: number, channel: number, paper: Colour): number {
  return (data[at + channel] ?? 0) - (paper[channel] ?? 0);
}
