import { deflateSync } from 'node:zlib';
import { chunk as pngChunk } from '../encode/png-file.ts';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SIDE = 8;

/** A chunk of a PNG, of bytes or of text. */
export function chunk(type: string, data: Buffer | string = ''): Buffer {
  return pngChunk(type, Buffer.from(data));
}

interface Head {
  width?: number;
  height?: number;
  depth?: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  colourType?: number;
}

export function head({ width = SIDE, height = SIDE, depth = 8, colourType = 0 }: Head = {}): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width);
  data.writeUInt32BE(height, 4);
  data.set([depth, colourType, 0, 0, 0], 8);
  return chunk('IHDR', data);
}

export function pngOf(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([SIGNATURE, ...chunks]);
}

/** The pixels of a black square of 8 pixels a side. */
export const DATA = chunk('IDAT', deflateSync(Buffer.alloc(SIDE * (SIDE + 1))));

/** A black square, with other chunks between its head and its pixels. */
export function png(...chunks: readonly Buffer[]): Buffer {
  return pngOf(head(), ...chunks, DATA, chunk('IEND'));
}

/** A PNG whose head says another size. */
export function withSize(picture: Buffer, width: number, height: number): Buffer {
  const end = SIGNATURE.length + head().length;
  return Buffer.concat([SIGNATURE, head({ width, height }), picture.subarray(end)]);
}

/** Zeros that unpack to many times their size. */
export function packedZeros(bytes: number): Buffer {
  return deflateSync(Buffer.alloc(bytes), { level: 9 });
}
