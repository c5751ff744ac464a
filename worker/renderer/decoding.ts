import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';

/**
 * Runs a step that decodes a logo. What libvips throws in it is the logo's fault and becomes a problem whose
 * detail is ours: libvips' own texts name functions, offsets and paths.
 * @throws ProblemError 'unreadable-logo'
 */
export async function decoding<T>(format: LogoFormat, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('unreadable-logo', `The bytes cannot be decoded as ${format}`);
  }
}
