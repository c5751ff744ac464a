import { ALPHA, type Raster, words } from '../raster.ts';
import { type IndexedRaster, indexed, MOST_COLOURS } from './indexed.ts';

/** How far a colour may be moved, in steps of 255 of a channel, on any ground. */
export const TOLERANCE = 6;
/** A colour of more than one pixel in so many is that of an area, and stays as it is. */
const RARE = 4096;
/** Where the alpha is in a word of `words`, which is up to the machine. */
const ALPHA_SHIFT = ALPHA === 0xff ? 0 : 24;
/** Art with more colours than these is no flat art with soft edges. */
const MOST_DISTINCT = 8192;

/**
 * The raster by a palette to which the colours of its soft edges are moved, by `TOLERANCE` at most, while areas are exact;
 * undefined when even so it has more than 256.
 * @param margin a colour that the palette is to have too, as `indexed` takes it
 */
export function nearlyIndexed(raster: Raster, margin?: number): IndexedRaster | undefined {
  const pixels = words(raster);
  const counts = countWords(pixels);
  const moved = counts && moveRare(counts, pixels.length / RARE);
  if (!moved) return undefined;
  const result = new Uint32Array(pixels.length);
  let last = 0;
  let to = moved.get(0) ?? 0;
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const word = plain(pixels[pixel] ?? 0);
    if (word !== last) {
      last = word;
      to = moved.get(word) ?? word;
    }
    result[pixel] = to;
  }
  return indexed({ ...raster, data: Buffer.from(result.buffer) }, margin);
}

/** How many pixels there are of each colour; undefined when there are too many colours. */
function countWords(pixels: Uint32Array): Map<number, number> | undefined {
  const counts = new Map<number, number>();
  let last = plain(pixels[0] ?? 0);
  let run = 0;
  for (let pixel = 0; pixel < pixels.length; pixel++) {
    const word = plain(pixels[pixel] ?? 0);
    if (word === last) {
      run++;
      continue;
    }
    counts.set(last, (counts.get(last) ?? 0) + run);
    if (counts.size > MOST_DISTINCT) return undefined;
    last = word;
    run = 1;
  }
  return counts.set(last, (counts.get(last) ?? 0) + run);
}

/**
 * For each colour the one that takes its place: the nearest of those that there is more of, within the tolerance, or
 * itself. Undefined when they are more than a palette has.
 */
function moveRare(counts: ReadonlyMap<number, number>, rare: number): Map<number, number> | undefined {
  const order = [...counts].sort(([a, x], [b, y]) => y - x || a - b);
  const palette = new Int32Array(MOST_COLOURS);
  const moved = new Map<number, number>();
  let size = 0;
  for (const [word, count] of order) {
    const nearest = count > rare ? -1 : nearestWithin(palette, size, word);
    if (nearest >= 0) {
      moved.set(word, palette[nearest] ?? 0);
      continue;
    }
    if (size === MOST_COLOURS) return undefined;
    palette[size++] = word;
    moved.set(word, word);
  }
  return moved;
}

/** The index of the nearest of the first colours of a palette; -1 when none is within the tolerance. */
function nearestWithin(palette: Int32Array, size: number, word: number): number {
  let nearest = -1;
  let least = TOLERANCE + 1;
  for (let index = 0; index < size; index++) {
    const far = difference(palette[index] ?? 0, word);
    if (far >= least) continue;
    nearest = index;
    least = far;
  }
  return nearest;
}

/** How far two colours are apart at most in any channel, on any ground: as far as their channels and their alphas are. */
function difference(one: number, other: number): number {
  let most = 0;
  for (let shift = 0; shift < 32; shift += 8) {
    if (shift !== ALPHA_SHIFT) most = Math.max(most, channelDifference(one, other, shift));
  }
  return most + channelDifference(one, other, ALPHA_SHIFT);
}

function channelDifference(one: number, other: number, shift: number): number {
  return Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff));
}

/** A pixel as a signed number, which a Map keeps without a box around it; all that is transparent is alike. */
function plain(word: number): number {
  return (word & ALPHA) === 0 ? 0 : word | 0;
}
