import { encode } from 'blurhash';
import { rgbaToThumbHash } from 'thumbhash';
import { hexOf, type Rgb } from '../colour/srgb.ts';
import { sizeOfSide } from '../geometry.ts';
import { flatten, type Raster, resizeRaster } from '../raster.ts';

/** BlurHash says no more of a larger picture, and takes the longer. */
const BLUR_SIDE = 32;
/** About as many components as a BlurHash of the usual length has, and no more than nine a side. */
const BLUR_COMPONENTS = 16;
const MOST_COMPONENTS = 8;
/** The most that ThumbHash takes. */
const THUMB_SIDE = 100;

/** The BlurHash of a picture on a ground: it has no transparency of its own. */
export async function blurHash(raster: Raster, ground: Rgb): Promise<string> {
  const { data, width, height } = flatten(await resizeRaster(raster, sizeOfSide(raster, BLUR_SIDE)), hexOf(ground));
  const across = components(Math.sqrt((BLUR_COMPONENTS * width) / height));
  return encode(new Uint8ClampedArray(data), width, height, across, components(BLUR_COMPONENTS / across));
}

/** The ThumbHash of a picture, in base64. */
export async function thumbHash(raster: Raster): Promise<string> {
  const { data, width, height } = await resizeRaster(raster, sizeOfSide(raster, THUMB_SIDE));
  return Buffer.from(rgbaToThumbHash(width, height, data)).toString('base64');
}

function components(wanted: number): number {
  return Math.max(2, Math.min(MOST_COMPONENTS, Math.round(wanted)));
}
