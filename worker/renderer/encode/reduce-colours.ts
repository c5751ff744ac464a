import sharp from 'sharp';
import { fromRaster, type Raster, toRaster } from '../raster.ts';

/** The raster with at most so many colours, 2 to 256, chosen to be seen least; undithered, which compresses best. */
export async function reduceColours(raster: Raster, colours: number): Promise<Raster> {
  return toRaster(sharp(await fromRaster(raster).png({ palette: true, colours, dither: 0 }).toBuffer()));
}
