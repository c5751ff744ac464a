import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { isWholeAvif, isWholeGif, isWholeJpeg, isWholePng, isWholeWebp } from './rasters.ts';
import { isSvg, isWholeSvg } from './svg.ts';

const FORMATS: Record<LogoFormat, { matches: (bytes: Buffer) => boolean; isWhole: (bytes: Buffer) => boolean }> = {
  png: { matches: (bytes) => bytes.subarray(0, 8).equals(PNG_SIGNATURE), isWhole: isWholePng },
  jpeg: { matches: (bytes) => bytes.subarray(0, 3).equals(JPEG_START), isWhole: isWholeJpeg },
  webp: { matches: (bytes) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP', isWhole: isWholeWebp },
  gif: { matches: (bytes) => /^GIF8[79]a$/.test(text(bytes, 0, 6)), isWhole: isWholeGif },
  avif: { matches: (bytes) => text(bytes, 4, 8) === 'ftyp' && hasAvifBrand(bytes), isWhole: isWholeAvif },
  svg: { matches: isSvg, isWhole: isWholeSvg },
};

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG_START = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * Tells the format of a picture by its bytes, and whether they go on to its end. Nothing is decoded here:
 * that is the worker's, away from the API.
 *
 * @throws ProblemError unknown-logo-format, truncated-logo
 */
export function readLogoFormat(bytes: Buffer): LogoFormat {
  for (const format of ['png', 'jpeg', 'webp', 'gif', 'avif', 'svg'] as const) {
    const { matches, isWhole } = FORMATS[format];
    if (!matches(bytes)) continue;
    if (isWhole(bytes)) return format;
    throw new ProblemError('truncated-logo', `The bytes begin as ${format.toUpperCase()} and end before its end`);
  }
  throw new ProblemError('unknown-logo-format', 'PNG, JPEG, WebP, AVIF, GIF and SVG are taken, told by their bytes');
}

/** An AVIF still or sequence names its brand first or among the compatible ones (AV1 Image File Format, 4). */
function hasAvifBrand(bytes: Buffer): boolean {
  const end = Math.min(bytes.readUInt32BE(0), bytes.length);
  for (let at = 8; at + 4 <= end; at += 4) {
    if (at !== 12 && /^avi[fs]$/.test(text(bytes, at, at + 4))) return true;
  }
  return false;
}

function text(bytes: Buffer, start: number, end: number): string {
  return bytes.toString('latin1', start, end);
}
