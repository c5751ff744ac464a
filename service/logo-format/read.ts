import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { isWholeRaster } from '@logomorph/core/logo-format/rasters.ts';
import { startsAs } from '@logomorph/core/logo-format/signature.ts';
import { isSvg, isWholeSvg } from './svg.ts';

/**
 * Tells the format of a picture by its bytes, and whether they go on to its end. Nothing is decoded here:
 * that is the worker's, away from the API.
 *
 * @throws ProblemError unknown-logo-format, truncated-logo
 */
export function readLogoFormat(bytes: Buffer): LogoFormat {
  for (const format of ['png', 'jpeg', 'webp', 'gif', 'avif', 'svg'] as const) {
    if (!(format === 'svg' ? isSvg(bytes) : startsAs(bytes, format))) continue;
    if (format === 'svg' ? isWholeSvg(bytes) : isWholeRaster(bytes, format)) return format;
    throw new ProblemError('truncated-logo', `The bytes begin as ${format.toUpperCase()} and end before its end`);
  }
  throw new ProblemError('unknown-logo-format', 'PNG, JPEG, WebP, AVIF, GIF and SVG are taken, told by their bytes');
}
