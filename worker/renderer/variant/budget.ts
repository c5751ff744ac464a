import { ProblemError } from '@logomorph/contract/problem.ts';

/**
 * The file of the best of some tries that has at most `maxBytes`, looked for by bisection: what comes later is taken
 * to be smaller. Without a budget it is the file of the first.
 * @throws ProblemError 'max-bytes-not-reached' when the file of the last is too large
 */
export async function bestWithin<Try>(
  maxBytes: number | undefined,
  tries: readonly [Try, ...Try[]],
  signal: AbortSignal,
  encode: (settings: Try) => Promise<Buffer>,
): Promise<Buffer> {
  const first = await encode(tries[0]);
  if (maxBytes === undefined || first.length <= maxBytes) return first;
  let best = await encode(tries.at(-1) ?? tries[0]);
  if (best.length > maxBytes) {
    throw new ProblemError(
      'max-bytes-not-reached',
      `maxBytes is ${maxBytes}; the smallest file that was made has ${best.length} bytes`,
    );
  }
  let [tooLarge, fits] = [0, tries.length - 1];
  while (fits - tooLarge > 1) {
    signal.throwIfAborted();
    const middle = (tooLarge + fits) >> 1;
    const file = await encode(tries[middle] ?? tries[0]);
    if (file.length <= maxBytes) [fits, best] = [middle, file];
    else tooLarge = middle;
  }
  return best;
}
