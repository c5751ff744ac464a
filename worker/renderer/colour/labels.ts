import { type Raster, words } from '../raster.ts';
import { MARK, markRow, rgbAt } from './flat-pixels.ts';
import type { LogoColours } from './logo-colours.ts';

/**
 * For each pixel of a raster, 1 + the index of its flat colour; 0 where it is of none: at edges between colours, and in
 * noise. The colours may have been found in a drawing of another size.
 */
export function labelsOf(raster: Raster, colours: Pick<LogoColours, 'thin' | 'tolerance' | 'nearest'>): Uint8Array {
  const { width, height } = raster;
  const pixels = words(raster);
  const marks = new Uint8Array(width);
  const labels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    markRow(raster, pixels, y, colours.tolerance, marks);
    labelRow(labels, raster, y, marks, colours);
  }
  return labels;
}

function labelRow(
  labels: Uint8Array,
  { data, width }: Raster,
  y: number,
  marks: Uint8Array,
  { thin, nearest }: Pick<LogoColours, 'thin' | 'nearest'>,
): void {
  for (let x = 0, pixel = y * width; x < width; x++, pixel++) {
    if (marks[x] === MARK.none) continue;
    const rgb = rgbAt(data, pixel * 4);
    if (marks[x] === MARK.flat || thin.has(rgb)) labels[pixel] = nearest(rgb) + 1;
  }
}
