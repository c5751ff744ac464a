import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { Sharp } from 'sharp';
import { encodeAvif } from '../encode/avif.ts';
import type { Effort } from '../encode/effort.ts';
import type { FrameTimes } from '../encode/frame-times.ts';
import { encodeGif } from '../encode/gif.ts';
import { encodeJpeg } from '../encode/jpeg.ts';
import { encodeWebp } from '../encode/webp.ts';
import type { Size } from '../geometry.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { Raster } from '../raster.ts';
import { bestWithin } from './budget.ts';
import { encodeIcnsVariant, encodeIcoVariant } from './icons.ts';
import { metadataCarrier } from './metadata.ts';
import { pictureOf, stripOf } from './picture.ts';
import { encodePngVariant } from './png-variant.ts';

/** The frames of a variant, ready to be encoded. */
interface ComposedFrames extends FrameTimes {
  rasters: readonly Raster[];
}

/** What is encoded by a pipeline of sharp's. */
type PictureFormat = 'jpeg' | 'webp' | 'avif' | 'gif';

export type PixelFormat = PictureFormat | 'png' | 'ico' | 'icns';

/** The name of the chunk with the pixels of a lossy WebP (RFC 9649 § 2.5). */
const LOSSY_WEBP = 'VP8 ';

/** The pixels from which on a JPEG is smaller when it is progressive, more often than not. */
const LARGE = 100_000;

/** As many colours as there are, and then fewer and fewer. */
const FEWER_COLOURS = [256, 128, 64, 32, 16, 8, 4, 2] as const;
const COLOURS = [undefined, ...FEWER_COLOURS] as const;

/**
 * Encodes the frames of a variant. For `maxBytes`, JPEG, WebP and AVIF lower their quality, or raise the effort when
 * they are lossless; PNG, GIF, ICO and ICNS take fewer colours.
 * @throws ProblemError 'max-bytes-not-reached'
 */
export async function encodeVariant(
  { rasters, ...animation }: ComposedFrames,
  logo: OpenedLogo,
  recipe: VariantRecipe & { format: PixelFormat },
  signal: AbortSignal,
): Promise<Buffer> {
  const strip = stripOf(rasters);
  const carrier = await metadataCarrier(logo, recipe);
  const picture = () => pictureOf(strip, carrier, recipe);
  const { format, maxBytes, effort } = recipe;
  switch (format) {
    case 'png':
      return bestWithin(maxBytes, COLOURS, signal, (count) => encodePngVariant(strip.first, picture, recipe, count));
    case 'ico':
      return bestWithin(maxBytes, COLOURS, signal, (count) => encodeIcoVariant(strip.first, count));
    case 'icns':
      return bestWithin(maxBytes, COLOURS, signal, (count) => encodeIcnsVariant(strip.first, effort, count));
    default:
      return encodePicture(picture, animation, strip.first, logo, { ...recipe, format }, signal);
  }
}

/**
 * Encodes what a pipeline gives, which is opened anew for each try.
 * @throws ProblemError 'max-bytes-not-reached'
 */
export function encodePicture(
  picture: () => Sharp,
  animation: FrameTimes,
  { width, height }: Size,
  logo: OpenedLogo,
  recipe: VariantRecipe & { format: PictureFormat },
  signal: AbortSignal,
): Promise<Buffer> {
  const { format, maxBytes, lossless, effort } = recipe;
  switch (format) {
    case 'jpeg': {
      const { progressive = width * height >= LARGE } = recipe;
      const options = { progressive, halfChroma: hasHalfChroma(logo) };
      return bestWithin(maxBytes, lossyTries(recipe), signal, (rate) => encodeJpeg(picture(), { ...rate, ...options }));
    }
    case 'webp': {
      const options = { ...animation, lossless };
      return bestWithin(maxBytes, rateTries(recipe), signal, (rate) => encodeWebp(picture(), { ...rate, ...options }));
    }
    case 'avif':
      return bestWithin(maxBytes, rateTries(recipe), signal, (rate) => encodeAvif(picture(), { ...rate, lossless }));
    case 'gif': {
      const options = { ...animation, effort };
      return bestWithin(maxBytes, FEWER_COLOURS, signal, (colours) => encodeGif(picture(), { colours, ...options }));
    }
  }
}

interface Rate {
  quality: number;
  effort: Effort;
}

function rateTries(recipe: VariantRecipe): [Rate, ...Rate[]] {
  const { quality, effort, lossless } = recipe;
  if (!lossless) return lossyTries(recipe);
  const asked: Rate = { quality, effort };
  return effort === 'high' ? [asked] : [asked, { quality, effort: 'high' }];
}

function lossyTries({ quality, effort }: VariantRecipe): [Rate, ...Rate[]] {
  const lower = Array.from({ length: quality - 1 }, (_, index) => ({ quality: quality - 1 - index, effort }));
  return [{ quality, effort }, ...lower];
}

/** Whether the logo has its colours at half the resolution already, as photographs do: JPEGs of 4:2:0, lossy WebPs. */
function hasHalfChroma(logo: OpenedLogo): boolean {
  if (logo.kind === 'vector') return false;
  return logo.format === 'webp' ? logo.bytes.includes(LOSSY_WEBP) : logo.head.chromaSubsampling === '4:2:0';
}
