import type { Sharp } from 'sharp';
import type { Effort } from './effort.ts';

export interface GifOptions {
  /** Most colours, 2 to 256. */
  colours: number;
  effort: Effort;
  /** How long each frame of an animation is shown, in milliseconds; GIF counts in hundredths of a second. */
  delays: readonly number[];
  /** How often an animation is shown; 0 is for ever. */
  loop: number;
}

const EFFORTS: Readonly<Record<Effort, number>> = { low: 3, medium: 7, high: 10 };

/** A GIF. A pixel is opaque or it is transparent, which is decided at half. */
export function encodeGif(picture: Sharp, { colours, effort, delays, loop }: GifOptions): Promise<Buffer> {
  const animation = delays.length > 0 ? { delay: [...delays], loop, keepDuplicateFrames: true } : {};
  return picture.gif({ colours, effort: EFFORTS[effort], ...animation }).toBuffer();
}
