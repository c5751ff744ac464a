import type { Raster } from '../raster.ts';

/** The raster with its corners rounded off: they become transparent. A radius above half a side is half of it. */
export function withRoundCorners(raster: Raster, radius: number): Raster {
  const { width, height } = raster;
  const r = Math.min(radius, width / 2, height / 2);
  if (r <= 0) return raster;
  const data = Buffer.from(raster.data);
  const side = Math.ceil(r);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      // How much of the pixel is inside the circle, by how far its middle is from the rim.
      const inside = r + 0.5 - Math.hypot(r - x - 0.5, r - y - 0.5);
      if (inside >= 1) break;
      for (const row of new Set([y, height - 1 - y])) {
        for (const column of new Set([x, width - 1 - x])) {
          const at = (row * width + column) * 4 + 3;
          data[at] = Math.round((raster.data[at] ?? 0) * Math.max(0, inside));
        }
      }
    }
  }
  return { ...raster, data };
}
