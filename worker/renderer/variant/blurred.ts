import { type Size, scaledSize, shrinkScale } from '../geometry.ts';
import { fromRaster, type Raster, toRaster } from '../raster.ts';

/** The longest side, in pixels, of what is blurred; being enlarged blurs it further. */
const BLURRED_SIDE = 64;
const SIGMA = 2;

/** A raster that covers a canvas and is blurred so far that only its colours are left. */
export async function blurredCover(raster: Raster, canvas: Size): Promise<Raster> {
  const { width, height } = scaledSize(canvas, shrinkScale(canvas, BLURRED_SIDE));
  const small = await toRaster(fromRaster(raster).resize({ width, height, fit: 'cover' }).blur(SIGMA));
  return toRaster(fromRaster(small).resize(canvas.width, canvas.height, { fit: 'fill', kernel: 'cubic' }));
}
