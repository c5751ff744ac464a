import type { RasterFormat } from '@logomorph/contract/logo.ts';

/** Pixels of a picture as it is stored, before any turn that its metadata asks for. */
interface RasterSize {
  width: number;
  height: number;
}

/** The size that the head of a whole raster tells, of an animation its canvas; undefined when it tells none. */
export function readRasterSize(bytes: Buffer, format: RasterFormat): RasterSize | undefined {
  const size = SIZES[format](bytes);
  return size !== undefined && size.width > 0 && size.height > 0 ? size : undefined;
}

const SIZES: Record<RasterFormat, (bytes: Buffer) => RasterSize | undefined> = {
  png: sizeOfPng,
  jpeg: sizeOfJpeg,
  webp: sizeOfWebp,
  gif: sizeOfGif,
  avif: sizeOfAvif,
};

/** IHDR comes first (PNG 3rd edition, 11.2.1). Its numbers have 31 bits, as a column of integers has. */
function sizeOfPng(bytes: Buffer): RasterSize | undefined {
  if (bytes.length < 24 || bytes.toString('latin1', 12, 16) !== 'IHDR') return undefined;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  return Math.max(width, height) < 2 ** 31 ? { width, height } : undefined;
}

/** The frame header, SOF0 to SOF15 less the three markers between them of other kinds (ITU-T T.81, B.2.2). */
function sizeOfJpeg(bytes: Buffer): RasterSize | undefined {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    if (marker === 0xda) return undefined;
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

/** The first chunk: VP8X (RFC 9649, 2.7), VP8L (3.4) or VP8 (RFC 6386, 9.1). */
function sizeOfWebp(bytes: Buffer): RasterSize | undefined {
  if (bytes.length < 30) return undefined;
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      return undefined;
  }
}

/** The logical screen (GIF89a, 18). */
function sizeOfGif(bytes: Buffer): RasterSize {
  return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** How much of an AVIF's `meta` is looked through. */
const HEAD_BYTES = 64 * 1024;

/**
 * The largest of the sizes that `meta` has (ISO/IEC 23008-12, 6.5.3): tiles and thumbnails have theirs too. Boxes lie
 * in boxes, so the type is looked for as it stands; `meta` comes before the pictures' data in all files in use.
 */
function sizeOfAvif(bytes: Buffer): RasterSize | undefined {
  const start = bytes.indexOf('meta', 0, 'latin1');
  const end = bytes.indexOf('mdat', Math.max(start, 0), 'latin1');
  const head = start === -1 ? bytes.subarray(0, 0) : bytes.subarray(start, Math.min(end, start + HEAD_BYTES));
  let largest: RasterSize | undefined;
  for (let at = head.indexOf('ispe'); at !== -1 && at + 16 <= head.length; at = head.indexOf('ispe', at + 4)) {
    const size = { width: head.readUInt32BE(at + 8), height: head.readUInt32BE(at + 12) };
    const fits = Math.max(size.width, size.height) < 2 ** 31;
    if (fits && size.width * size.height > (largest?.width ?? 0) * (largest?.height ?? 0)) largest = size;
  }
  return largest;
}
