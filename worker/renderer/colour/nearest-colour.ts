import { distance, type Oklab, oklabOf } from './oklab.ts';
import type { Rgb } from './srgb.ts';

/** Colours are looked up by six bits a channel, because pictures have many of them. */
const CELL_BITS = 6;

/** A function that gives the index of the nearest (in OKLab) of at most 255 colours. */
export function nearestOf(flats: readonly { rgb: Rgb; lab: Oklab }[]): (rgb: Rgb) => number {
  /** 1 + the index; 0 where it is not known yet. */
  const cells = new Uint8Array(1 << (3 * CELL_BITS));
  // Near black the middle of a cell may be nearer to another colour than to the one that is in it.
  flats.forEach(({ rgb }, index) => {
    if (cells[cellOf(rgb)] === 0) cells[cellOf(rgb)] = index + 1;
  });
  return (rgb) => {
    const cell = cellOf(rgb);
    const known = cells[cell] ?? 0;
    if (known !== 0) return known - 1;
    const index = indexOfNearest(flats, oklabOf((rgb & 0xfcfcfc) | 0x020202));
    cells[cell] = index + 1;
    return index;
  };
}

function cellOf(rgb: Rgb): number {
  return ((rgb >> 18) << 12) | (((rgb >> 10) & 0x3f) << 6) | ((rgb >> 2) & 0x3f);
}

/** The index of the colour that looks most like another; of equals the first. */
export function indexOfNearest(colours: readonly { lab: Oklab }[], lab: Oklab): number {
  let nearest = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < colours.length; index++) {
    const far = distance(colours[index]?.lab ?? lab, lab);
    if (far >= least) continue;
    nearest = index;
    least = far;
  }
  return nearest;
}
