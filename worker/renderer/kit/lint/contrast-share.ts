import { contrastRatio } from '../../colour/contrast.ts';
import { rgbOfHex } from '../../colour/srgb.ts';
import type { Raster } from '../../raster.ts';

/** About how many pixels are looked at: enough for shares. */
const SAMPLES = 2048;
/** The least contrast of graphics (WCAG 2.2, 1.4.11), and of what is not the ground itself. */
const LEAST_CONTRAST = 3;
const LEAST_DIFFERENCE = 1.05;

/** The share of what differs from a ground (`#rrggbb`) in an opaque raster that has a contrast ratio of 3 with it. */
export function contrastShare({ data, width, height }: Raster, ground: string): number {
  const step = Math.max(1, Math.floor(Math.sqrt((width * height) / SAMPLES)));
  const behind = rgbOfHex(ground);
  let [differing, contrasting] = [0, 0];
  for (let y = step >> 1; y < height; y += step) {
    for (let x = step >> 1; x < width; x += step) {
      const ratio = contrastRatio(data.readUIntBE((y * width + x) * 4, 3), behind);
      if (ratio >= LEAST_DIFFERENCE) differing++;
      if (ratio >= LEAST_CONTRAST) contrasting++;
    }
  }
  return differing === 0 ? 0 : contrasting / differing;
}
