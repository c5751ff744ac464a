import { type Raster, words } from '../raster.ts';
import type { Layout } from './layout.ts';
import { pixelBox, visibleBox } from './pixel-box.ts';

/** The rows of a drawing that resampling may have mixed with another frame. */
const MIXED_ROWS = 4;

/**
 * Whether the frames of an animation that were resampled in one strip show nothing of each other: the rows at their
 * upper and lower edges have one colour in all of them, so that there is nothing to be seen of a mixture.
 */
export function keptApart(frames: readonly Raster[], layout: Layout): boolean {
  const { x, y, width, height } = visibleBox(layout);
  if (height !== pixelBox(layout.content).height) return false;
  const rows = Math.min(MIXED_ROWS, height);
  const [first] = frames;
  const colour = first && words(first)[y * first.width + x];
  return frames.every((frame) => {
    const pixels = words(frame);
    const isOne = (row: number) => {
      const start = row * frame.width + x;
      return pixels.subarray(start, start + width).every((word) => word === colour);
    };
    return Array.from({ length: rows }, (_, row) => row).every((row) => isOne(y + row) && isOne(y + height - 1 - row));
  });
}
