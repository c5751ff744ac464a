import type { RasterFormat } from '@logomorph/contract/logo.ts';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * Whether bytes start as a raster format does. The API tells a logo's format by it. The worker asks
 * again before libvips sees the bytes, because libvips picks the loader by them alone: an SVG that says it is a
 * PNG would pass by the sanitiser.
 */
export function startsAs(bytes: Buffer, format: RasterFormat): boolean {
  switch (format) {
    case 'png':
      return bytes.subarray(0, PNG.length).equals(PNG);
    case 'jpeg':
      return bytes.subarray(0, JPEG.length).equals(JPEG);
    case 'gif':
      return ['GIF87a', 'GIF89a'].includes(bytes.toString('latin1', 0, 6));
    case 'webp':
      return bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP';
    case 'avif':
      return isAvif(bytes);
  }
}

/** ISO/IEC 14496-12 § 4.3: a `ftyp` box is a size, the type, the major brand, a version and compatible brands. */
function isAvif(bytes: Buffer): boolean {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
  // A box of brands is short; one that says it is longer than this is not looked through.
  const brands = bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 256));
  return /^(?:.{4})*?(?:avif|avis)/s.test(brands);
}
