import { constants, deflateSync } from 'node:zlib';
import type { Effort } from './effort.ts';
import type { IndexedRaster } from './indexed.ts';
import { COLOUR_TYPE, chunk, pngFile } from './png-file.ts';

/**
 * A PNG (third edition) of colour type 3 that is exact to the pixel: IHDR, PLTE, tRNS, IDAT, IEND. sharp's palette
 * output goes through a quantiser, which moves colours even where there are few enough of them.
 * @param effort how patiently repeated patterns are looked for; `high` takes up to thirty times as long as `low`
 */
export function encodeIndexedPng(raster: IndexedRaster, effort: Effort = 'high'): Buffer {
  const { width, height, colours } = raster;
  const depth = bitDepth(colours.length);
  const alphas = colours.map((colour) => colour & 0xff).filter((alpha) => alpha < 255);
  return pngFile({ width, height, depth, colourType: COLOUR_TYPE.indexed }, [
    chunk('PLTE', Buffer.from(colours.flatMap((c) => [c >>> 24, (c >>> 16) & 0xff, (c >>> 8) & 0xff]))),
    ...(alphas.length > 0 ? [chunk('tRNS', Buffer.from(alphas))] : []),
    chunk('IDAT', deflateRows(scanlines(raster, depth), effort)),
  ]);
}

/** Up to this many bytes patterns are looked for with any effort. */
const SMALL_BYTES = 64 * 1024;
/** Rows of more bytes that run lengths make so many times smaller are flat art, in which patterns save little more. */
const FLAT_RATIO = 8;

/** Flat art is runs and little else, so run lengths alone make most pictures as small as a search for patterns does. */
function deflateRows(rows: Buffer, effort: Effort): Buffer {
  const runs = deflateSync(rows, { strategy: constants.Z_RLE, memLevel: 9 });
  if (effort === 'low' && rows.length > SMALL_BYTES && runs.length * FLAT_RATIO <= rows.length) return runs;
  const patterns = deflateSync(rows, { level: effort === 'high' ? 9 : 4, memLevel: 9 });
  return patterns.length < runs.length ? patterns : runs;
}

/** § 11.2.1: the depths that an indexed picture may have. */
function bitDepth(colours: number): number {
  return [1, 2, 4].find((depth) => colours <= 2 ** depth) ?? 8;
}

/** § 7.2: rows packed from the high bit, each after its filter type; 0 (none) is best for indices. */
function scanlines({ width, height, indices }: IndexedRaster, depth: number): Buffer {
  const rowBytes = 1 + Math.ceil((width * depth) / 8);
  const rows = Buffer.alloc(rowBytes * height);
  for (let y = 0; y < height; y++) {
    const row = indices.subarray(y * width, (y + 1) * width);
    if (depth === 8) rows.set(row, y * rowBytes + 1);
    else pack(row, depth, rows.subarray(y * rowBytes + 1));
  }
  return rows;
}

function pack(row: Uint8Array, depth: number, into: Buffer): void {
  const perByte = 8 / depth;
  for (let x = 0, at = 0; x < row.length; at++) {
    let packed = 0;
    for (let place = 0; place < perByte; place++, x++) packed = (packed << depth) | (row[x] ?? 0);
    into[at] = packed;
  }
}
