import type { Raster } from '../raster.ts';

/** The constants of SSIM for eight bits: (0.01 × 255)² and (0.03 × 255)². */
const C1 = 6.5025;
const C2 = 58.5225;
/** Windows are two cells wide and high, and a cell apart. */
const CELL = 4;
const SUMS = 5;

/**
 * The structural similarity (Wang et al., 2004) of two opaque rasters of one size, 1 when they are equal: the mean over
 * windows of eight by eight pixels, of the worst of the three channels.
 */
export function ssim(a: Raster, b: Raster): number {
  const [columns, rows] = [Math.ceil(a.width / CELL), Math.ceil(a.height / CELL)];
  const means = [0, 1, 2].map((channel) => {
    const sums = cellSums(a, b, channel, columns, rows);
    let total = 0;
    // Pictures of a single cell have a single window.
    const [right, down] = [Math.max(1, columns - 1), Math.max(1, rows - 1)];
    for (let y = 0; y < down; y++) {
      for (let x = 0; x < right; x++) total += similarity(sums, x, y, columns, rows, a);
    }
    return total / (right * down);
  });
  return Math.min(...means);
}

/** Of each cell: the sums of a, b, a², b² and ab. */
function cellSums(a: Raster, b: Raster, channel: number, columns: number, rows: number): Float64Array {
  const sums = new Float64Array(columns * rows * SUMS);
  for (let y = 0; y < a.height; y++) {
    const row = (y >> 2) * columns;
    for (let x = 0, at = y * a.width * 4 + channel; x < a.width; x++, at += 4) {
      const [one, other] = [a.data[at] ?? 0, b.data[at] ?? 0];
      const cell = (row + (x >> 2)) * SUMS;
      sums[cell] = (sums[cell] ?? 0) + one;
      sums[cell + 1] = (sums[cell + 1] ?? 0) + other;
      sums[cell + 2] = (sums[cell + 2] ?? 0) + one * one;
      sums[cell + 3] = (sums[cell + 3] ?? 0) + other * other;
      sums[cell + 4] = (sums[cell + 4] ?? 0) + one * other;
    }
  }
  return sums;
}

function similarity(
  sums: Float64Array,
  x: number,
  y: number,
  columns: number,
  rows: number,
  { width, height }: Raster,
): number {
  const across = Math.min(2, columns - x);
  const down = Math.min(2, rows - y);
  const n = Math.min(width - x * CELL, across * CELL) * Math.min(height - y * CELL, down * CELL);
  const sum = (which: number) => {
    let total = 0;
    for (let row = 0; row < down; row++) {
      for (let column = 0; column < across; column++) {
        total += sums[((y + row) * columns + x + column) * SUMS + which] ?? 0;
      }
    }
    return total / n;
  };
  const [meanA, meanB] = [sum(0), sum(1)];
  const [varianceA, varianceB] = [sum(2) - meanA * meanA, sum(3) - meanB * meanB];
  const covariance = sum(4) - meanA * meanB;
  const luminance = (2 * meanA * meanB + C1) / (meanA * meanA + meanB * meanB + C1);
  return (luminance * (2 * covariance + C2)) / (varianceA + varianceB + C2);
}
