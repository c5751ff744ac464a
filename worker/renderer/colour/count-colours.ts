import { type Raster, words } from '../raster.ts';
import { MARK, markRow, rgbAt } from './flat-pixels.ts';
import type { Rgb } from './srgb.ts';

/** What there is of each colour. */
interface ColourCounts {
  /** In flat areas: the sum of the alphas, 0 to 255, of its pixels. */
  flat: Map<Rgb, number>;
  /** Elsewhere: the number of its pixels. Empty when those are of too many colours to be drawn by hand. */
  other: Map<Rgb, number>;
  /** The number of pixels of all ink that was counted. */
  ink: number;
  /** How many of them are in flat areas. */
  flatInk: number;
}

/** More pixels say no more: of larger pictures only some rows are counted. */
const MOST_PIXELS = 1 << 18;
const MOST_OTHERS = 1 << 14;

/** Counts the colours of a raster, see `markRow` for the tolerance. */
export function countColours(raster: Raster, tolerance: number): ColourCounts {
  const counts: ColourCounts = { flat: new Map(), other: new Map(), ink: 0, flatInk: 0 };
  const pixels = words(raster);
  const marks = new Uint8Array(raster.width);
  for (const y of countedRows(raster)) {
    markRow(raster, pixels, y, tolerance, marks);
    countRow(counts, raster, y, marks);
  }
  if (counts.other.size > MOST_OTHERS) counts.other.clear();
  return counts;
}

/** The rows that are counted. */
export function countedRows({ width, height }: Raster): number[] {
  const step = Math.ceil((width * height) / MOST_PIXELS);
  return Array.from({ length: Math.ceil(height / step) }, (_, index) => index * step);
}

/** Adds to what there is of a colour. */
export function addWeight(to: Map<Rgb, number>, rgb: Rgb, weight: number): void {
  if (weight > 0) to.set(rgb, (to.get(rgb) ?? 0) + weight);
}

/** Runs of a colour, which flat art is made of, are added up before they are looked up. */
function countRow(counts: ColourCounts, { data, width }: Raster, y: number, marks: Uint8Array): void {
  let last: Rgb = -1;
  let run = 0;
  for (let x = 0, at = y * width * 4; x < width; x++, at += 4) {
    const mark = marks[x];
    if (mark === MARK.none) continue;
    counts.ink++;
    const rgb = rgbAt(data, at);
    if (mark === MARK.flat) {
      if (rgb !== last) {
        addWeight(counts.flat, last, run);
        last = rgb;
        run = 0;
      }
      run += data[at + 3] ?? 0;
      counts.flatInk++;
    } else if (counts.other.size <= MOST_OTHERS) {
      addWeight(counts.other, rgb, 1);
    }
  }
  addWeight(counts.flat, last, run);
}
