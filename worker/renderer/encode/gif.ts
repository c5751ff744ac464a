import type { Sharp } from 'sharp';
import type { Effort } from './effort.ts';
import type { FrameTimes } from './frame-times.ts';

interface GifOptions extends FrameTimes {
  /** Most colours, 2 to 256. */
  colours: number;
  effort: Effort;
}

/** A GIF's unit of time, in milliseconds. Browsers show a frame of one unit, or none, for 100 ms. */
const UNIT = 10;

const EFFORTS: Readonly<Record<Effort, number>> = { low: 3, medium: 7, high: 10 };

/** A GIF. A pixel is opaque or it is transparent, which is decided at half. */
export function encodeGif(picture: Sharp, { colours, effort, delays, loop }: GifOptions): Promise<Buffer> {
  const animation = delays.length > 0 ? { delay: inUnits(delays), loop, keepDuplicateFrames: true } : {};
  return picture.gif({ colours, effort: EFFORTS[effort], ...animation }).toBuffer();
}

/** Whole units, such that errors do not add up. What browsers show for as long as is said gets two at least. */
function inUnits(delays: readonly number[]): number[] {
  let owed = 0;
  return delays.map((delay) => {
    const rounded = Math.round((delay + owed) / UNIT) * UNIT;
    const shown = delay > UNIT ? Math.max(2 * UNIT, rounded) : rounded;
    owed = shown === rounded ? delay + owed - shown : 0;
    return shown;
  });
}
