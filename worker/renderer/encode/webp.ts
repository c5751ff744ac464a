import type { Sharp } from 'sharp';
import type { Effort } from './effort.ts';
import type { FrameTimes } from './frame-times.ts';

interface WebpOptions extends FrameTimes {
  quality: number;
  lossless: boolean;
  effort: Effort;
}

const EFFORTS: Readonly<Record<Effort, number>> = { low: 2, medium: 4, high: 6 };

/**
 * A WebP. It has colours at half the resolution unless it is lossless; high effort chooses them so that edges keep
 * theirs, which takes twice as long.
 */
export function encodeWebp(picture: Sharp, options: WebpOptions): Promise<Buffer> {
  const { quality, lossless, effort, delays, loop } = options;
  const animation = delays.length > 0 ? { delay: [...delays], loop } : {};
  return picture
    .webp({ quality, lossless, effort: EFFORTS[effort], smartSubsample: effort === 'high', ...animation })
    .toBuffer();
}
