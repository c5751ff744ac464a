import type { Draw } from '../artwork.ts';
import type { Raster } from '../raster.ts';

/** What is remembered of drawings, for those that follow: the startup images of a screen share one. */
const REMEMBERED_BYTES = 16 * 1024 * 1024;

/** A draw that gives what it drew last once more. What it gives is not to be written to. */
export function remembering(draw: Draw): Draw {
  const drawn = new Map<string, Raster>();
  return async (canvas, scale, ground) => {
    const key = [canvas.width, canvas.height, scale, ground].join();
    const known = drawn.get(key);
    if (known) return known;
    // Room is made first, so that it can be taken by what is drawn.
    let bytes = canvas.width * canvas.height * 4;
    for (const { data } of drawn.values()) bytes += data.length;
    for (const [oldest, { data }] of drawn) {
      if (bytes <= REMEMBERED_BYTES) break;
      drawn.delete(oldest);
      bytes -= data.length;
    }
    const raster = await draw(canvas, scale, ground);
    drawn.set(key, raster);
    return raster;
  };
}
