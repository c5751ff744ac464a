import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { isWholeRaster } from '@logomorph/core/logo-format/rasters.ts';

/**
 * Runs a step that decodes a logo. What libvips throws in it is the logo's fault and becomes a problem whose
 * detail is ours: libvips' own texts name functions, offsets and paths.
 * @throws ProblemError 'truncated-logo' or 'unreadable-logo'
 */
export async function decoding<T>(bytes: Buffer, format: LogoFormat, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (format !== 'svg' && !isWholeRaster(bytes, format)) {
      throw new ProblemError(
        'truncated-logo',
        `The ${format} picture ends after ${bytes.length} bytes, before its end`,
      );
    }
    throw new ProblemError('unreadable-logo', `The bytes cannot be decoded as ${format}`);
  }
}
