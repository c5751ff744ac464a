import type { LogoColours } from './logo-colours.ts';
import { chroma } from './oklab.ts';

/** Paper has hardly any colour and is about white or black. */
const MOST_CHROMA = 0.04;
const LIGHTNESS = { black: 0.25, white: 0.93 };

/**
 * The flat colour, by its index, that is paper: what a logo was saved on, not what it is made of. A plate of a brand's
 * colour is no paper, nor is one that leaves the corners of the picture free.
 */
export function paperOf({ flats, plate }: LogoColours): number | undefined {
  const lab = plate === undefined ? undefined : flats[plate]?.lab;
  if (!lab || chroma(lab) > MOST_CHROMA) return undefined;
  return lab.l <= LIGHTNESS.black || lab.l >= LIGHTNESS.white ? plate : undefined;
}
