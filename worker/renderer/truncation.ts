import type { LogoFormat } from '@logomorph/contract/logo.ts';

/**
 * Whether a picture that could not be decoded ends before its format says it does. It looks at the container
 * alone, so it is of use for telling a cut-off file from a broken one, not for telling a good one.
 */
export function endsEarly(bytes: Buffer, format: Exclude<LogoFormat, 'svg'>): boolean {
  switch (format) {
    case 'png':
      return pngEndsEarly(bytes);
    case 'jpeg':
      return jpegEndsEarly(bytes);
    case 'gif':
      // GIF89a § 27: the trailer.
      return bytes.at(-1) !== 0x3b;
    case 'webp':
      // RIFF: the size counts what follows it.
      return bytes.length < 12 || bytes.readUInt32LE(4) + 8 > bytes.length;
    case 'avif':
      return avifEndsEarly(bytes);
  }
}

/** PNG § 5.3: chunks of length, type, data and CRC up to IEND. */
function pngEndsEarly(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length; ) {
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return false;
    at += 12 + bytes.readUInt32BE(at);
  }
  return true;
}

/** ITU T.81 § B.1: segments up to the start of scan (DA), after which only coded data precede the end (D9). */
function jpegEndsEarly(bytes: Buffer): boolean {
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return false;
    if (bytes[at + 1] === 0xda) return bytes.indexOf(Buffer.from([0xff, 0xd9]), at) === -1;
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return true;
}

/** ISO/IEC 14496-12 § 4.2: boxes of size and type; size 1 means a 64-bit size follows, 0 that the box is the last. */
function avifEndsEarly(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; ) {
    if (at + 16 > bytes.length) return true;
    const size = bytes.readUInt32BE(at);
    if (size === 0) return false;
    const length = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    // Less than its own header: going on from it would lead nowhere, for ever.
    if (length < (size === 1 ? 16 : 8)) return true;
    at += length;
    if (at > bytes.length) return true;
  }
  return false;
}
