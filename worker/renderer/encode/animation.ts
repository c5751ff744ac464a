import { type Box, boxOfSpans, type Size } from '../geometry.ts';
import { type Raster, words } from '../raster.ts';

/** A picture of an animation. All pictures of one have the same size. */
export interface AnimationFrame {
  raster: Raster;
  /** For how long it is shown, in milliseconds. */
  duration: number;
  /** Whether it may be changed as far as hardly anyone sees, where that makes the animation much smaller. */
  lossy?: boolean;
}

export interface AnimationOptions {
  size: Size;
  /** Whether it starts again at its end, for ever; else its last picture stays. */
  repeats: boolean;
}

/** A picture that differs from the one before, and the time it is shown for in the units of a format. */
export interface DistinctFrame {
  raster: Raster;
  units: number;
  lossy: boolean;
}

/**
 * The frames without repetitions: what does not change is shown for longer instead. Times are rounded such that the
 * errors do not add up.
 * @param unit of the time of a format, in milliseconds
 */
export async function* distinctFrames(
  frames: AsyncIterable<AnimationFrame>,
  unit: number,
): AsyncGenerator<DistinctFrame> {
  let shown: AnimationFrame | undefined;
  let time = 0;
  const finish = ({ raster, duration, lossy = false }: AnimationFrame): DistinctFrame => {
    const units = Math.round((time + duration) / unit) - Math.round(time / unit);
    time += duration;
    return { raster, units, lossy };
  };
  for await (const frame of frames) {
    if (shown?.raster.data.equals(frame.raster.data)) {
      shown = { ...shown, duration: shown.duration + frame.duration };
    } else {
      if (shown) yield finish(shown);
      shown = frame;
    }
  }
  if (shown) yield finish(shown);
}

/** The smallest box outside of which two rasters of one size are the same; a single pixel when they are everywhere. */
export function changedBox(before: Raster, after: Raster): Box {
  const [old, now] = [words(before), words(after)];
  const { width, height } = after;
  const changed = boxOfSpans(height, (y) => {
    const start = y * width;
    let first = 0;
    while (first < width && old[start + first] === now[start + first]) first++;
    if (first === width) return undefined;
    let last = width - 1;
    while (old[start + last] === now[start + last]) last--;
    return [first, last];
  });
  return changed ?? { x: 0, y: 0, width: 1, height: 1 };
}
