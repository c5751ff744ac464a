import type { Size } from '../geometry.ts';
import type { Raster } from '../raster.ts';

/** The constants of SSIM for eight bits: (0.01 × 255)² and (0.03 × 255)². */
const C1 = 6.5025;
const C2 = 58.5225;
/** Windows are two cells wide and high, and a cell apart. */
const CELL = 4;
/** Of each cell: the pixels of it, and the sums of a, b, a², b² and ab. */
const SUMS = 6;

/**
 * The structural similarity (Wang et al., 2004) of two opaque rasters of one size, 1 when they are equal: the mean over
 * windows of eight by eight pixels and over the three channels.
 */
export function ssim(a: Raster, b: Raster): number {
  const { columns, rows } = windowsOf(a);
  let total = 0;
  for (let channel = 0; channel < 3; channel++) {
    let above = cellSums(a, b, channel, 0);
    for (let y = 0; y < rows; y++) {
      const below = cellSums(a, b, channel, y + 1);
      for (let x = 0; x < columns; x++) total += similarity(above, below, x * SUMS);
      above = below;
    }
  }
  return total / (3 * columns * rows);
}

/** The similarity of two pictures that are equal but for a part of them, from that of the part. */
export function ssimOfWhole(part: number, size: Size, whole: Size): number {
  const windows = (size: Size) => windowsOf(size).columns * windowsOf(size).rows;
  return 1 - (1 - part) * Math.min(1, windows(size) / windows(whole));
}

function windowsOf({ width, height }: Size): { columns: number; rows: number } {
  const windows = (length: number) => Math.max(1, Math.ceil(length / CELL) - 1);
  return { columns: windows(width), rows: windows(height) };
}

/** The sums of a row of cells and of an empty one behind them. */
function cellSums(a: Raster, b: Raster, channel: number, row: number): Float64Array {
  const { width, height } = a;
  const cells = Math.ceil(width / CELL);
  const sums = new Float64Array((cells + 1) * SUMS);
  const [top, bottom] = [row * CELL, Math.min(height, (row + 1) * CELL)];
  for (let cell = 0; cell < cells; cell++) {
    let [sumA, sumB, squaresA, squaresB, products] = [0, 0, 0, 0, 0];
    const [left, right] = [cell * CELL, Math.min(width, (cell + 1) * CELL)];
    for (let y = top; y < bottom; y++) {
      const end = (y * width + right) * 4;
      for (let at = (y * width + left) * 4 + channel; at < end; at += 4) {
        const one = a.data[at] ?? 0;
        const other = b.data[at] ?? 0;
        sumA += one;
        sumB += other;
        squaresA += one * one;
        squaresB += other * other;
        products += one * other;
      }
    }
    const pixels = Math.max(0, bottom - top) * (right - left);
    sums.set([pixels, sumA, sumB, squaresA, squaresB, products], cell * SUMS);
  }
  return sums;
}

/** The similarity of the window whose first cell is at an index of two rows of sums. */
function similarity(above: Float64Array, below: Float64Array, at: number): number {
  const sum = (index: number) =>
    (above[index] ?? 0) + (above[index + SUMS] ?? 0) + (below[index] ?? 0) + (below[index + SUMS] ?? 0);
  const pixels = sum(at);
  const [meanA, meanB] = [sum(at + 1) / pixels, sum(at + 2) / pixels];
  const variances = (sum(at + 3) + sum(at + 4)) / pixels - meanA * meanA - meanB * meanB;
  const covariance = sum(at + 5) / pixels - meanA * meanB;
  const means = meanA * meanA + meanB * meanB;
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((means + C1) * (variances + C2));
}
