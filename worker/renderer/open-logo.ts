import { LIMITS } from '@logomorph/contract/limits.ts';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { startsAs } from '@logomorph/core/logo-format/signature.ts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { decoding } from './decoding.ts';
import type { Size } from './geometry.ts';
import type { EmbeddedPicture } from './svg/embedded-pictures.ts';
import { type SanitisedSvg, sanitiseSvg } from './svg/sanitise-svg.ts';
import { SVG_LIMITS } from './svg/svg-limits.ts';
import { tooComplex } from './svg/too-complex.ts';

/** A logo whose head was read and found within the limits; its pixels are not decoded yet. */
export type OpenedLogo = VectorLogo | RasterLogo;

export interface VectorLogo {
  kind: 'vector';
  svg: SanitisedSvg;
}

export interface RasterLogo {
  kind: 'raster';
  format: Exclude<LogoFormat, 'svg'>;
  bytes: Buffer;
  /** In pixels, the right way up. */
  size: Size;
  /** What its head tells of it. */
  head: Metadata;
}

/**
 * Opens a logo: checks that it is of its format and within LIMITS, and sanitises it when it is an SVG.
 * @throws ProblemError 'unreadable-logo', 'truncated-logo', 'logo-too-many-pixels' or 'logo-too-many-frames'
 */
export async function openLogo(bytes: Buffer, format: LogoFormat): Promise<OpenedLogo> {
  if (format !== 'svg') return openRaster(bytes, format);
  const svg = sanitiseSvg(bytes);
  await checkPictures(svg.pictures);
  return { kind: 'vector', svg };
}

/**
 * A sharp pipeline of a raster logo: its first frame, upright, and no damage passed over. Animated it has all frames,
 * one below the other, as they are.
 */
export function decode({ bytes }: RasterLogo, { animated = false } = {}): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: LIMITS.logoPixels, autoOrient: !animated, animated });
}

async function openRaster(bytes: Buffer, format: Exclude<LogoFormat, 'svg'>): Promise<RasterLogo> {
  if (!startsAs(bytes, format)) throw new ProblemError('unreadable-logo', `The bytes do not start as ${format} does`);
  const metadata = await decoding(bytes, format, () => readHead(bytes));
  const pixels = metadata.width * (metadata.pageHeight ?? metadata.height);
  if (pixels > LIMITS.logoPixels) throw tooManyPixels('The picture', pixels);
  const frames = metadata.pages ?? 1;
  if (frames > LIMITS.logoFrames) {
    throw new ProblemError(
      'logo-too-many-frames',
      `The picture has ${frames} frames; the limit is ${LIMITS.logoFrames}`,
    );
  }
  return { kind: 'raster', format, bytes, size: metadata.autoOrient, head: metadata };
}

/** The pictures inside an SVG count together, because they are decoded together, and drawn one by one. */
async function checkPictures(pictures: readonly EmbeddedPicture[]): Promise<void> {
  let [pixels, drawnPixels] = [0, 0];
  for (const { bytes, format, drawn } of pictures) {
    const { width, height } = await decoding(bytes, format, () => readHead(bytes));
    pixels += width * height;
    drawnPixels += width * height * drawn;
  }
  if (pixels > LIMITS.logoPixels) throw tooManyPixels('The pictures inside the SVG', pixels);
  if (drawnPixels > SVG_LIMITS.drawnPicturePixels) {
    throw tooComplex(drawnPixels, 'pixels of pictures to draw', SVG_LIMITS.drawnPicturePixels);
  }
}

/** Reads no pixels, so the size needs no limit here; the caller checks it, to name the limit and the value. */
function readHead(bytes: Buffer): Promise<Metadata> {
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

function tooManyPixels(what: string, pixels: number): ProblemError {
  const detail = `${what}: ${pixels} pixels; the limit is ${LIMITS.logoPixels}`;
  return new ProblemError('logo-too-many-pixels', detail);
}
