import type { Raster } from '../raster.ts';
import { rgbAt } from './flat-pixels.ts';
import type { LogoColours } from './logo-colours.ts';
import { innerInkBox, OPAQUE_ALPHA, PLATE_EDGE } from './plate.ts';

/** The most of a side that a round corner takes, just inside of the edge: more than iOS and Android have, less than a circle. */
const MOST_ROUND = 0.35;

/**
 * The index of the flat colour of a plate whose corners are round: all that is transparent in the box around the ink is
 * at its corners, and most of the edges between them have one colour, which others lie on.
 */
export function roundedPlateOf(raster: Raster, { flats, isPicture, nearest }: LogoColours): number | undefined {
  if (isPicture || flats.length < 2) return undefined;
  const box = innerInkBox(raster);
  const round = Math.floor(Math.min(box.width, box.height) * MOST_ROUND);
  const [right, bottom] = [box.width - 1, box.height - 1];
  const counts = new Map<number, number>();
  let edge = 0;
  for (let y = 0; y <= bottom; y++) {
    const start = (box.y + y) * raster.width + box.x;
    const isOpaque = (x: number) => (raster.data[(start + x) * 4 + 3] ?? 0) >= OPAQUE_ALPHA;
    const most = Math.min(y, bottom - y) < round ? round : 0;
    let [first, last] = [0, right];
    while (first <= most && !isOpaque(first)) first++;
    while (right - last <= most && !isOpaque(last)) last--;
    if (first > most || right - last > most) return undefined;
    for (let x = first; x <= last; x++) {
      if (!isOpaque(x)) return undefined;
      if (x > 0 && x < right && y > 0 && y < bottom) continue;
      edge++;
      const colour = nearest(rgbAt(raster.data, (start + x) * 4));
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && most[1] >= edge * PLATE_EDGE ? most[0] : undefined;
}
