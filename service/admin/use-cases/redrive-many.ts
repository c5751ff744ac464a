import type { Redriven } from '@logomorph/contract/admin/dead-letters.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import { type SelectQueryBuilder, type SqlBool, sql } from 'kysely';

/**
 * Tries dead letters again, the oldest first, one after the other and each in a transaction of its own: what is done stays so,
 * whatever becomes of the rest, and whoever asks again goes on with what is left.
 */
export async function redriveMany<DB, TB extends keyof DB>(
  dead: SelectQueryBuilder<DB, TB, { id: string }>,
  { limit = 100, cursor }: { limit: number | undefined; cursor: string | undefined },
  redrive: (id: string) => Promise<void>,
): Promise<Redriven> {
  const place = sql.ref('id');
  const rest = cursor === undefined ? dead : dead.where(sql<SqlBool>`${place} > ${cursor}`);
  // The one too many says that there is more.
  const found = await rest
    .orderBy(place)
    .limit(limit + 1)
    .execute();
  const ids = found.slice(0, limit).map(({ id }) => id);
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
