import type { Redriven } from '@logomorph/contract/admin/dead-letters.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';

/**
 * Tries dead letters again, one after the other and each in a transaction of its own: what is done stays so, whatever becomes of
 * the rest, and whoever asks again goes on with what is left.
 *
 * @param found up to `limit + 1` ids in the order of a list; the one too many says that there is more
 */
export async function redriveMany(
  found: readonly string[],
  limit: number,
  redrive: (id: string) => Promise<void>,
): Promise<Redriven> {
  const ids = found.slice(0, limit);
  const refused: Record<string, number> = {};
  let redriven = 0;
  for (const id of ids) {
    try {
      await redrive(id);
      redriven += 1;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refused[error.problem] = (refused[error.problem] ?? 0) + 1;
    }
  }
  const last = ids.at(-1);
  return { redriven, refused, ...(found.length > limit && last !== undefined ? { nextCursor: last } : {}) };
}
