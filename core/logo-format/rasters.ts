import type { RasterFormat } from '@logomorph/contract/logo.ts';

/**
 * Whether the bytes of a picture go on to where its format says that it ends. It looks at the container alone:
 * nothing is decoded.
 */
export function isWholeRaster(bytes: Buffer, format: RasterFormat): boolean {
  return WHOLE[format](bytes);
}

const WHOLE: Record<RasterFormat, (bytes: Buffer) => boolean> = {
  png: isWholePng,
  jpeg: isWholeJpeg,
  webp: isWholeWebp,
  gif: isWholeGif,
  avif: isWholeAvif,
};

/** Whether a PNG's chunks follow each other up to IEND (PNG 3rd edition, 5.3). */
function isWholePng(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return end <= bytes.length;
    at = end;
  }
  return false;
}

/** Whether a JPEG's segments and scans follow each other up to the end marker (ITU-T T.81, annex B). */
function isWholeJpeg(bytes: Buffer): boolean {
  let at = 2;
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return false;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) return true;
    if (marker === 0xff) {
      at += 1;
    } else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += 2;
    } else {
      if (at + 4 > bytes.length) return false;
      at += 2 + bytes.readUInt16BE(at + 2);
      if (marker === 0xda) at = endOfScan(bytes, at);
    }
  }
  return false;
}

/**
 * Where the entropy-coded data that starts at `at` ends: at a marker that is neither stuffing nor a restart. Each byte is looked at,
 * for a search for the next 0xff is ten times as slow where somebody has put millions of them.
 */
function endOfScan(bytes: Buffer, at: number): number {
  for (let next = at; next < bytes.length; next += 1) {
    if (bytes[next] !== 0xff) continue;
    const marker = bytes[next + 1] ?? 0;
    if (marker !== 0x00 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return next;
  }
  return bytes.length;
}

/** Whether the RIFF container of a WebP is as long as it says (RFC 9649, 2.3). */
function isWholeWebp(bytes: Buffer): boolean {
  return bytes.length >= 20 && bytes.readUInt32LE(4) + 8 <= bytes.length;
}

/** Whether a GIF's blocks follow each other up to the trailer (GIF89a, appendix A). */
function isWholeGif(bytes: Buffer): boolean {
  let at = 13 + colourTableBytes(bytes[10]);
  for (;;) {
    const kind = bytes[at];
    if (kind === 0x3b) return true;
    if (kind === 0x21) at = endOfSubBlocks(bytes, at + 2);
    else if (kind === 0x2c) at = endOfSubBlocks(bytes, at + 11 + colourTableBytes(bytes[at + 9]));
    else return false;
  }
}

function colourTableBytes(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

function endOfSubBlocks(bytes: Buffer, start: number): number {
  let at = start;
  for (let size = bytes[at]; size !== undefined && size > 0; size = bytes[at]) at += size + 1;
  return at + 1;
}

/** Whether the boxes of an AVIF are as long as they say, the pictures' own data too (ISO/IEC 14496-12, 4.2). */
function isWholeAvif(bytes: Buffer): boolean {
  let at = 0;
  let hasData = false;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    hasData ||= bytes.toString('latin1', at + 4, at + 8) === 'mdat';
    if (size === 0) return hasData;
    if (size === 1) {
      if (at + 16 > bytes.length) return false;
      const large = Number(bytes.readBigUInt64BE(at + 8));
      // Less than its own header: going on from it would lead nowhere, for ever.
      if (large < 16) return false;
      at += large;
    } else if (size < 8) {
      return false;
    } else {
      at += size;
    }
  }
  return hasData && at === bytes.length;
}
