import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SIDE = 8;

/** A chunk of a PNG (PNG 3rd edition, 5.3). */
export function chunk(type: string, data: Buffer | string = ''): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length - 4);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

export interface Head {
  width?: number;
  height?: number;
  depth?: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
  colourType?: number;
  interlace?: number;
}

export function head({ width = SIDE, height = SIDE, depth = 8, colourType = 0, interlace = 0 }: Head = {}): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width);
  data.writeUInt32BE(height, 4);
  data.set([depth, colourType, 0, 0, interlace], 8);
  return chunk('IHDR', data);
}

export function pngOf(...chunks: readonly Buffer[]): Buffer {
  return Buffer.concat([SIGNATURE, ...chunks]);
}

/** The pixels of a dark grey square of 8 pixels a side. */
export const DATA = chunk('IDAT', deflateSync(Buffer.alloc(SIDE * (SIDE + 1), 0).fill(0)));

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
