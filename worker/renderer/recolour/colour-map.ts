import type { Rgb } from '../colour/srgb.ts';

/** Gives the colour that takes the place of a colour. */
export type ColourMap = (rgb: Rgb) => Rgb;

const SLOTS = 1 << 16;
/** Knuth's multiplicative hash: neighbouring colours go to slots far apart. */
const HASH = 0x9e3779b1;

/** The same map with a memory of what it was asked last: the pixels of a picture ask for the same colours again. */
export function remembering(map: ColourMap): ColourMap {
  /** The colour that a slot knows, plus 1. */
  const keys = new Uint32Array(SLOTS);
  const values = new Uint32Array(SLOTS);
  return (rgb) => {
    const slot = Math.imul(rgb, HASH) >>> 16;
    if (keys[slot] !== rgb + 1) {
      keys[slot] = rgb + 1;
      values[slot] = map(rgb);
    }
    return values[slot] ?? 0;
  };
}
