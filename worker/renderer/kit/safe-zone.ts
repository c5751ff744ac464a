import type { Draw } from '../artwork.ts';
import { inkReach } from '../ink.ts';

/** Where the farthest ink is to lie, in shares of the width: inside the safe zone, and no smaller than needed. */
const SAFE_ZONES = {
  /** A circle with a radius of 0.40 (Web Application Manifest § "Icon masks and safe zone"). */
  maskable: { least: 0.382, aim: 0.39, most: 0.398 },
  /** A circle of 66 of 108 dp (Android, Adaptive icons). */
  adaptive: { least: 0.29, aim: 0.297, most: 0.304 },
} as const;

export type SafeZone = keyof typeof SAFE_ZONES;

const MOST_DRAWINGS = 4;

/**
 * The scale at which ink just meets the safe zone of a square icon, and where its farthest pixel then lies, as a share
 * of the side. Each drawing is measured: blur moves the visible edge of coarse pixels, which no formula foresees.
 * @param reach of the ink, in the units of the scale
 */
export async function fitSafeZone(
  name: SafeZone,
  side: number,
  reach: number,
  draw: Draw,
): Promise<{ scale: number; reach: number }> {
  const zone = SAFE_ZONES[name];
  const canvas = { width: side, height: side };
  let scale = (zone.aim * side) / reach;
  for (let drawings = 1; ; drawings++) {
    const measured = inkReach(await draw(canvas, scale), { x: 0, y: 0, ...canvas }) / side;
    if ((measured >= zone.least && measured <= zone.most) || drawings === MOST_DRAWINGS) {
      return { scale, reach: measured };
    }
    scale *= zone.aim / Math.max(measured, 1 / side);
  }
}
