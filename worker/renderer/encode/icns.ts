import type { Raster } from '../raster.ts';

/** A picture of an icon: its pixels, a square of one of ICNS_SIDES, and the same as a PNG. */
export interface IcnsFrame {
  raster: Raster;
  png: Buffer;
}

/**
 * The types that hold a picture of each side, 1x and 2x ("retina"): what Apple's iconutil writes. Since macOS 10.7
 * all are PNG but `ic04` and `ic05`, whose PNG would show in Finder and not as the icon of an app; those are ARGB
 * (found on macOS 10.0 to 26 by relikd, "icns-analysis").
 */
const TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['ic04'],
  32: ['ic05', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

const ARGB_TYPES = ['ic04', 'ic05'];

/** The sides that an ICNS can hold, in pixels, from the smallest. */
export const ICNS_SIDES: readonly number[] = Object.keys(TYPES).map(Number);

/** An ICNS file: `icns` and its length, then type, length and data of each picture. All numbers are big-endian. */
export function encodeIcns(frames: readonly IcnsFrame[]): Buffer {
  const pictures = frames.flatMap(({ raster, png }) =>
    (TYPES[raster.width] ?? []).map((type) => block(type, ARGB_TYPES.includes(type) ? argb(raster) : png)),
  );
  return block('icns', Buffer.concat(pictures));
}

function block(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(8 + data.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, data]);
}

/** `ARGB`, then each channel by itself, compressed. The last byte is ignored; without it Macs with ARM lose a run. */
function argb({ data, width, height }: Raster): Buffer {
  const channels = [3, 0, 1, 2].map((channel) => {
    const plane = Buffer.alloc(width * height);
    for (let pixel = 0; pixel < plane.length; pixel++) plane[pixel] = data[pixel * 4 + channel] ?? 0;
    return compress(plane);
  });
  return Buffer.concat([Buffer.from('ARGB', 'latin1'), ...channels, Buffer.alloc(1)]);
}

const SHORTEST_RUN = 3;
const LONGEST_RUN = 130;
const LONGEST_LITERAL = 128;

/** Run lengths: 0 to 127 stand before that many bytes and one more, 128 to 255 before a byte to be repeated 3 to 130 times. */
function compress(plane: Buffer): Buffer {
  const parts: Buffer[] = [];
  let literal = 0;
  const writeLiteral = (end: number) => {
    for (let at = literal; at < end; at += LONGEST_LITERAL) {
      const bytes = plane.subarray(at, Math.min(at + LONGEST_LITERAL, end));
      parts.push(Buffer.from([bytes.length - 1]), bytes);
    }
  };
  for (let at = 0; at < plane.length; ) {
    const run = runLength(plane, at);
    if (run >= SHORTEST_RUN) {
      writeLiteral(at);
      parts.push(Buffer.from([128 + run - SHORTEST_RUN, plane[at] ?? 0]));
      literal = at + run;
    }
    at += run;
  }
  writeLiteral(plane.length);
  return Buffer.concat(parts);
}

function runLength(plane: Buffer, start: number): number {
  let end = start + 1;
  while (end < plane.length && end - start < LONGEST_RUN && plane[end] === plane[start]) end++;
  return end - start;
}
