import sharp from 'sharp';
import { fromRaster, type Raster, toRaster } from '../raster.ts';

interface ReduceOptions {
  /** 1 to 100, which is taken unless told: fewer colours are taken where they do as well. */
  quality?: number;
  /** 1 to 10, or 7: the time given to choose them. */
  effort?: number;
}

/** The raster with at most so many colours, 2 to 256, chosen to be seen least; undithered, which compresses best. */
export async function reduceColours(raster: Raster, colours: number, options: ReduceOptions = {}): Promise<Raster> {
  const png = await fromRaster(raster)
    .png({ palette: true, dither: 0, colours, ...options })
    .toBuffer();
  return toRaster(sharp(png));
}
