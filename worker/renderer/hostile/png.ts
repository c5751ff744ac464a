import { deflateSync } from 'node:zlib';
import { headerChunk, type PngHeader, chunk as pngChunk, SIGNATURE } from '../encode/png-file.ts';

const SIDE = 8;

/** A chunk of a PNG, of bytes or of text. */
export function chunk(type: string, data: Buffer | string = ''): Buffer {
  return pngChunk(type, Buffer.from(data));
}

/** A head; colour types are 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGBA. */
export function head(header: Partial<PngHeader> = {}): Buffer {
  return headerChunk({ width: SIDE, height: SIDE, depth: 8, colourType: 0, ...header });
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
