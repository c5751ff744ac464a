import { blend, type Rgb } from './srgb.ts';

/** A colour read as `share` of one colour and the rest of another. */
export interface Mixture {
  first: Rgb;
  second: Rgb;
  share: number;
  /** How far it is from the colour that was read, in the channel where it is farthest: 0 to 255. */
  off: number;
}

/** The mixture of two colours, in sRGB, that is nearest to a colour. */
export function mixtureOf(rgb: Rgb, first: Rgb, second: Rgb): Mixture {
  let along = 0;
  let length = 0;
  for (let shift = 0; shift <= 16; shift += 8) {
    const step = ((first >> shift) & 0xff) - ((second >> shift) & 0xff);
    along += (((rgb >> shift) & 0xff) - ((second >> shift) & 0xff)) * step;
    length += step * step;
  }
  const share = length === 0 ? 1 : Math.max(0, Math.min(1, along / length));
  const mixed = blend(first, second, share);
  let off = 0;
  for (let shift = 0; shift <= 16; shift += 8) {
    off = Math.max(off, Math.abs(((rgb >> shift) & 0xff) - ((mixed >> shift) & 0xff)));
  }
  return { first, second, share, off };
}
