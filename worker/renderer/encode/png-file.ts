import { crc32 } from 'node:zlib';
import type { Size } from '../geometry.ts';

export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Colour types (PNG third edition § 11.2.1). */
export const COLOUR_TYPE = { rgb: 2, indexed: 3, rgba: 6 } as const;

export interface PngHeader extends Size {
  /** Bits a sample, or an index. */
  depth: number;
  colourType: number;
}

/** A PNG of a header and chunks, the last of them its image data (PNG third edition § 5.2). */
export function pngFile(header: PngHeader, chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([SIGNATURE, headerChunk(header), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

/** § 11.2.1; without interlacing. */
export function headerChunk({ width, height, depth, colourType }: PngHeader): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data.set([depth, colourType, 0, 0, 0], 8);
  return chunk('IHDR', data);
}

/** § 5.3: length, type, data, and the CRC of type and data. */
export function chunk(type: string, data: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, crc] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  crc.writeUInt32BE(crc32(typed));
  return Buffer.concat([length, typed, crc]);
}

/** A chunk of a PNG: all of its bytes, and its data alone. */
export interface PngChunk {
  type: string;
  bytes: Buffer;
  data: Buffer;
}

/** The chunks of a whole PNG, in their order. */
export function chunksOf(png: Buffer): PngChunk[] {
  const chunks: PngChunk[] = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const end = at + 12 + png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    chunks.push({ type, bytes: png.subarray(at, end), data: png.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
}

/** What a PNG says of itself: its header, the types of its chunks in their order, and its palette. */
export interface PngHead extends PngHeader {
  chunks: string[];
  /** RGB, three bytes each, with as many alphas as are not 255; empty when it has none. */
  palette: { colours: Buffer; alphas: Buffer };
}

/** Reads the head of a PNG; its pixels are not decoded. */
export function readPngHead(png: Buffer): PngHead {
  const chunks = chunksOf(png);
  const dataOf = (wanted: string) => chunks.find(({ type }) => type === wanted)?.data ?? Buffer.alloc(0);
  return {
    palette: { colours: dataOf('PLTE'), alphas: dataOf('tRNS') },
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    depth: png.readUInt8(24),
    colourType: png.readUInt8(25),
    chunks: chunks.map(({ type }) => type),
  };
}
