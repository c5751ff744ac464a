import { deflateSync } from 'node:zlib';
import type { Raster } from '../raster.ts';
import { COLOUR_TYPE, chunk, pngFile } from './png-file.ts';

/**
 * A PNG (third edition) of eight-bit RGB or RGBA, exact to the pixel, for pictures as small as favicons. Rows are
 * filtered as § 12.7 suggests and also left as they are, and the smaller file is taken; flat art is best unfiltered.
 */
export function encodeSmallPng({ data, width, height }: Raster, { alpha }: { alpha: boolean }): Buffer {
  const pixels = alpha ? data : withoutAlpha(data);
  const bytesPerPixel = alpha ? 4 : 3;
  const plain = Buffer.alloc(height * (width * bytesPerPixel + 1));
  const filtered = Buffer.alloc(plain.length);
  const none = Buffer.alloc(width * bytesPerPixel);
  for (let y = 0; y < height; y++) {
    const row = pixels.subarray(y * none.length, (y + 1) * none.length);
    const above = y === 0 ? none : pixels.subarray((y - 1) * none.length, y * none.length);
    plain.set(row, y * (none.length + 1) + 1);
    filtered.set(bestFiltered(row, above, bytesPerPixel), y * (none.length + 1));
  }
  const ofPlain = deflateSync(plain, { level: 9 });
  const ofFiltered = deflateSync(filtered, { level: 9 });
  return pngFile({ width, height, depth: 8, colourType: alpha ? COLOUR_TYPE.rgba : COLOUR_TYPE.rgb }, [
    chunk('IDAT', ofFiltered.length < ofPlain.length ? ofFiltered : ofPlain),
  ]);
}

function withoutAlpha(data: Buffer): Buffer {
  const rgb = Buffer.alloc((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) data.copy(rgb, to, from, from + 3);
  return rgb;
}

/** A row after its filter type (§ 9.2), by the filter whose bytes, as signed numbers, are the least in sum. */
function bestFiltered(row: Buffer, above: Buffer, bytesPerPixel: number): Buffer {
  let best = Buffer.alloc(0);
  let least = Number.POSITIVE_INFINITY;
  for (let type = 0; type <= 4; type++) {
    const filtered = Buffer.alloc(row.length + 1, type);
    let sum = 0;
    for (let at = 0; at < row.length; at++) {
      const left = row[at - bytesPerPixel] ?? 0;
      const up = above[at] ?? 0;
      const upLeft = above[at - bytesPerPixel] ?? 0;
      const value = ((row[at] ?? 0) - predicted(type, left, up, upLeft)) & 0xff;
      filtered[at + 1] = value;
      sum += value < 128 ? value : 256 - value;
    }
    if (sum < least) [best, least] = [filtered, sum];
  }
  return best;
}

function predicted(type: number, left: number, up: number, upLeft: number): number {
  if (type === 0) return 0;
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  const [a, b, c] = [Math.abs(up - upLeft), Math.abs(left - upLeft), Math.abs(left + up - 2 * upLeft)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : upLeft;
}
