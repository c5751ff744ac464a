import { LIMITS } from '@logomorph/contract/limits.ts';
import type { LogoFormat, RasterFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { isWholeRaster } from '@logomorph/core/logo-format/rasters.ts';
import { startsAs } from '@logomorph/core/logo-format/signature.ts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { decoding } from './decoding.ts';
import type { Size } from './geometry.ts';
import { withoutPackedText } from './packed-png-text.ts';
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
  format: RasterFormat;
  bytes: Buffer;
  /** In pixels, the right way up. */
  size: Size;
  /** What its head tells of it. */
  head: Metadata;
}

/**
 * Opens a logo: checks that it is of its format and within LIMITS, and sanitises it when it is an SVG.
 * @throws ProblemError 'unreadable-logo', 'truncated-logo', 'logo-too-many-pixels', 'logo-too-many-frames' or
 * 'logo-too-complex'
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

async function openRaster(source: Buffer, format: RasterFormat): Promise<RasterLogo> {
  if (!startsAs(source, format)) throw new ProblemError('unreadable-logo', `The bytes do not start as ${format} does`);
  checkWhole(source, format);
  const bytes = format === 'png' ? withoutPackedText(source) : source;
  const metadata = await decoding(format, () => readHead(bytes));
  const frames = metadata.pages ?? 1;
  if (frames > LIMITS.logoFrames) {
    throw new ProblemError(
      'logo-too-many-frames',
      `The picture has ${frames} frames; the limit is ${LIMITS.logoFrames}`,
    );
  }
  const { width, height } = metadata;
  const side = Math.max(width, height);
  if (side > LIMITS.logoSidePixels) {
    const detail = `The picture is ${side} pixels long; the limit is ${LIMITS.logoSidePixels}`;
    throw new ProblemError('logo-too-many-pixels', detail);
  }
  const pixels = width * height * frames;
  if (pixels > LIMITS.logoPixels) throw tooManyPixels(frames > 1 ? 'All frames of the picture' : 'The picture', pixels);
  return { kind: 'raster', format, bytes, size: metadata.autoOrient, head: metadata };
}

/** The pictures inside an SVG count together, because they are decoded together, and drawn one by one. */
async function checkPictures(pictures: readonly EmbeddedPicture[]): Promise<void> {
  let [pixels, drawnPixels] = [0, 0];
  for (const { bytes, format, drawn } of pictures) {
    checkWhole(bytes, format);
    const { width, height } = await decoding(format, () => readHead(bytes));
    pixels += width * height;
    drawnPixels += width * height * drawn;
  }
  if (pixels > LIMITS.logoPixels) throw tooManyPixels('The pictures inside the SVG', pixels);
  if (drawnPixels > SVG_LIMITS.drawnPicturePixels) {
    throw tooComplex(drawnPixels, 'pixels of pictures to draw', SVG_LIMITS.drawnPicturePixels);
  }
}

/** A picture that ends early may show a part of itself, or the rest of something else. */
function checkWhole(bytes: Buffer, format: RasterFormat): void {
  if (isWholeRaster(bytes, format)) return;
  throw new ProblemError('truncated-logo', `The ${format} picture ends after ${bytes.length} bytes, before its end`);
}

/** Reads no pixels, so the size needs no limit here; the caller checks it, to name the limit and the value. */
function readHead(bytes: Buffer): Promise<Metadata> {
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

function tooManyPixels(what: string, pixels: number): ProblemError {
  const detail = `${what}: ${pixels} pixels; the limit is ${LIMITS.logoPixels}`;
  return new ProblemError('logo-too-many-pixels', detail);
}
