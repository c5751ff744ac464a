import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import sharp, { type Sharp } from 'sharp';
import { isOpaque, type Raster } from '../raster.ts';

/** The frames of a variant, one below the other as libvips has them. */
interface Strip {
  first: Raster;
  /** All frames: RGBA. */
  data: Buffer;
  opaque: boolean;
}

/** Frames, of which there is at least one, as a strip. */
export function stripOf(rasters: readonly Raster[]): Strip {
  const [first] = rasters;
  if (!first) throw new Error('A variant has no frame');
  return {
    first,
    data: rasters.length === 1 ? first.data : Buffer.concat(rasters.map(({ data }) => data)),
    opaque: rasters.every(isOpaque),
  };
}

/**
 * A pipeline over a strip, labelled with its colour space, for an encoder.
 * @param carrier see `metadataCarrier`
 */
export function pictureOf(strip: Strip, carrier: Buffer | undefined, { colourSpace }: VariantRecipe): Sharp {
  const plain = sharp(strip.data, { raw: rawOf(strip) });
  const picture = carrier ? onCarrier(strip, carrier) : colourSpace === 'p3' ? labelledP3(plain) : plain;
  return strip.opaque ? picture.removeAlpha() : picture;
}

function rawOf({ first: { width, height }, data }: Strip) {
  return { width, height: data.length / (width * 4), channels: 4, pageHeight: height } as const;
}

/** In a pipeline of 16 bits, sharp takes channels for Display P3 and does not convert them. */
function labelledP3(picture: Sharp): Sharp {
  return picture.pipelineColourspace('rgb16').toColourspace('srgb').withIccProfile('p3');
}

/**
 * The strip in place of another picture's pixels, because sharp hands metadata on from a file alone. That picture is
 * blackened and the strip put in with "or", which is exact where compositing is one off.
 */
function onCarrier(strip: Strip, carrier: Buffer): Sharp {
  const raw = rawOf(strip);
  return sharp(carrier)
    .resize(strip.first.width, strip.first.height, { fit: 'fill' })
    .composite([{ input: strip.data, raw, blend: 'source' }])
    .linear([0, 0, 0, 0], [0, 0, 0, 0])
    .boolean(strip.data, 'or', { raw })
    .keepMetadata();
}
