import { DEAD_REASONS, type DeadRender, type DeadRenderFilter } from '@logomorph/contract/admin/dead-letters.ts';
import { problemType } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { type SqlBool, sql } from 'kysely';
import { isCreatedWithin } from '../../use-cases/created-range.ts';
import { type PageRequest, paged, toPage } from '../../use-cases/page.ts';

/** Word for word what the index `renders_dead` has, for Postgres to see that it does. */
const DEAD = sql<SqlBool>`renders.state = 'failed' and renders.error ->> 'type' in (${sql.join(
  DEAD_REASONS.map((reason) => sql.lit(problemType(reason))),
)})`;

/**
 * Renders that have failed by a fault of ours, newest first. Those of tenants that are being erased are none.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export async function listDeadRenders(db: Database, page: PageRequest, filter: DeadRenderFilter) {
  const rows = await paged(deadRenders(db, filter).selectAll(), page).execute();
  return toPage(rows.map(toDeadRender), page);
}

/**
 * The same, as a query: of the fields of renders alone.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export function deadRenders(db: Database, { tenantId, reason, ...created }: DeadRenderFilter) {
  let query = db.selectFrom('renders').where(DEAD).where(isCreatedWithin(created));
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId);
  if (reason !== undefined) query = query.where(sql`error ->> 'type'`, '=', problemType(reason));
  return query.where(({ exists, selectFrom }) =>
    exists(
      selectFrom('tenants')
        .select('tenants.id')
        .whereRef('tenants.id', '=', 'renders.tenant_id')
        .where('erased_at', 'is', null),
    ),
  );
}

type Row = Awaited<ReturnType<ReturnType<ReturnType<typeof deadRenders>['selectAll']>['execute']>>[number];

function toDeadRender(row: Row): DeadRender {
  if (row.error === null) throw new Error(`the failed render ${row.id} has no error`);
  return {
    id: row.id,
    tenantId: row.tenant_id,
    ...(row.logo_id === null ? {} : { logoId: row.logo_id }),
    ...(row.parent_id === null ? {} : { parentId: row.parent_id }),
    recipeType: row.recipe.type,
    run: row.run,
    attempt: row.attempt,
    error: row.error,
    createdAt: row.created_at.toISOString(),
    ...(row.finished_at === null ? {} : { failedAt: row.finished_at.toISOString() }),
    ...(row.origin === null ? {} : { requestId: row.origin.requestId }),
  };
}
