import type { Raster } from '../raster.ts';

/** A raster in shades of grey of the same luma (Rec. 709), its alpha kept. */
export function grey(raster: Raster): Raster {
  const data = Buffer.from(raster.data);
  for (let at = 0; at < data.length; at += 4) {
    const luma = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
    data.fill(Math.round(luma), at, at + 3);
  }
  return { ...raster, data };
}
