import { crc32, deflateSync } from 'node:zlib';
import type { IndexedRaster } from './indexed.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOUR_TYPE_INDEXED = 3;

/**
 * A PNG (third edition) of colour type 3 that is exact to the pixel: IHDR, PLTE, tRNS, IDAT, IEND. sharp's palette
 * output goes through a quantiser, which moves colours even where there are few enough of them.
 */
export function encodeIndexedPng(raster: IndexedRaster): Buffer {
  const depth = bitDepth(raster.colours.length);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(raster.width, 0);
  header.writeUInt32BE(raster.height, 4);
  header.set([depth, COLOUR_TYPE_INDEXED, 0, 0, 0], 8);
  const alphas = raster.colours.map((colour) => colour & 0xff).filter((alpha) => alpha < 255);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(raster.colours.flatMap((c) => [c >>> 24, (c >>> 16) & 0xff, (c >>> 8) & 0xff]))),
    ...(alphas.length > 0 ? [chunk('tRNS', Buffer.from(alphas))] : []),
    chunk('IDAT', deflateSync(scanlines(raster, depth), { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
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
    for (let x = 0; x < width; x++) {
      const bit = x * depth;
      const at = y * rowBytes + 1 + (bit >> 3);
      rows[at] = (rows[at] ?? 0) | ((indices[y * width + x] ?? 0) << (8 - depth - (bit & 7)));
    }
  }
  return rows;
}

/** § 5.3: length, type, data, and the CRC of type and data. */
function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, crc]);
}
