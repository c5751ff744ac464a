import type { Raster } from '../raster.ts';
import { isFlatPixel, rgbAt, SOLID_ALPHA } from './flat-pixels.ts';
import type { Rgb } from './srgb.ts';

/** What there is of each colour. */
export interface ColourCounts {
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

/** Counts the colours of a raster, see `isFlatPixel` for the tolerance. Runs of a colour, which flat art is made of, are added up before they are looked up. */
export function countColours(raster: Raster, tolerance: number): ColourCounts {
  const { data, width } = raster;
  const counts: ColourCounts = { flat: new Map(), other: new Map(), ink: 0, flatInk: 0 };
  let isPicture = false;
  eachCountedRow(raster, (start, y) => {
    let [last, run]: [Rgb, number] = [-1, 0];
    for (let x = 0; x < width; x++) {
      const at = start + x * 4;
      const alpha = data[at + 3] ?? 0;
      if (alpha < SOLID_ALPHA) continue;
      counts.ink++;
      const rgb = rgbAt(data, at);
      if (isFlatPixel(raster, x, y, tolerance)) {
        if (rgb !== last) {
          addWeight(counts.flat, last, run);
          [last, run] = [rgb, 0];
        }
        run += alpha;
        counts.flatInk++;
      } else if (!isPicture) {
        addWeight(counts.other, rgb, 1);
        isPicture = counts.other.size > MOST_OTHERS;
      }
    }
    addWeight(counts.flat, last, run);
  });
  if (isPicture) counts.other.clear();
  return counts;
}

/** Is told where the rows that are counted start, in bytes, and which they are. */
export function eachCountedRow({ width, height }: Raster, visit: (start: number, y: number) => void): void {
  const step = Math.ceil((width * height) / MOST_PIXELS);
  for (let y = 0; y < height; y += step) visit(y * width * 4, y);
}

/** Adds to what there is of a colour. */
export function addWeight(to: Map<Rgb, number>, rgb: Rgb, weight: number): void {
  if (weight > 0) to.set(rgb, (to.get(rgb) ?? 0) + weight);
}
