import { encodeIndexedPng } from './indexed-png.ts';
import { indexed } from './indexed.ts';
import { fromRaster, type Raster } from '../raster.ts';

/**
 * A lossless PNG: by a palette when the raster has at most 256 colours, which is smallest for flat art, else in
 * full colour.
 */
export async function encodePng(raster: Raster): Promise<Buffer> {
  const withPalette = indexed(raster);
  if (withPalette) return encodeIndexedPng(withPalette);
  const picture = isOpaque(raster) ? fromRaster(raster).removeAlpha() : fromRaster(raster);
  return picture.png({ compressionLevel: 9, adaptiveFiltering: true }).toBuffer();
}

/** A PNG of eight-bit RGBA, whatever the colours are. For pictures as small as favicons, rows are best unfiltered. */
export async function encodeRgbaPng(raster: Raster): Promise<Buffer> {
  return fromRaster(raster).png({ compressionLevel: 9, adaptiveFiltering: false }).toBuffer();
}

function isOpaque({ data }: Raster): boolean {
  for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return false;
  return true;
}
