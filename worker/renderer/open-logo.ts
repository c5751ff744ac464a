import { LIMITS } from '@logomorph/contract/limits.ts';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { startsAs } from '@logomorph/core/logo-format/signature.ts';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { decoding } from './decoding.ts';
import type { Size } from './geometry.ts';
import { type SanitisedSvg, sanitiseSvg } from './svg/sanitise-svg.ts';

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

/** A sharp pipeline of a raster logo: its first frame, upright, and no damage passed over. */
export function decode({ bytes }: RasterLogo): Sharp {
  return sharp(bytes, { failOn: 'error', limitInputPixels: LIMITS.logoPixels, autoOrient: true });
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
  return { kind: 'raster', format, bytes, size: metadata.autoOrient };
}

/** The pictures inside an SVG count together, because they are decoded together. */
async function checkPictures(pictures: readonly Buffer[]): Promise<void> {
  let pixels = 0;
  for (const picture of pictures) {
    const known = (['png', 'jpeg', 'webp'] as const).some((format) => startsAs(picture, format));
    if (!known) throw new ProblemError('unreadable-logo', 'A picture inside the SVG is not PNG, JPEG or WebP');
    const { width, height } = await decoding(picture, 'svg', () => readHead(picture));
    pixels += width * height;
  }
  if (pixels > LIMITS.logoPixels) throw tooManyPixels('The pictures inside the SVG', pixels);
}

/** Reads no pixels, so the size needs no limit here; the caller checks it, to name the limit and the value. */
function readHead(bytes: Buffer): Promise<Metadata> {
  return sharp(bytes, { limitInputPixels: false }).metadata();
}

function tooManyPixels(what: string, pixels: number): ProblemError {
  const detail = `${what}: ${pixels} pixels; the limit is ${LIMITS.logoPixels}`;
  return new ProblemError('logo-too-many-pixels', detail);
}
