import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { RenderState } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';

/**
 * Adds renders of a logo without all that belongs to them, so many that Postgres takes an index where there is a fit one. They are
 * newer than those before.
 */
export async function manyRenders(
  db: Database,
  { tenantId, logoId, state, count }: { tenantId: string; logoId: string; state: RenderState; count: number },
): Promise<void> {
  await sql`
    insert into renders (id, tenant_id, logo_id, recipe, state, finished_at)
    select (lpad(to_hex((extract(epoch from clock_timestamp()) * 1e6)::bigint), 16, '0') || substr(md5(n::text), 1, 16))::uuid,
      ${tenantId}, ${logoId}, ${JSON.stringify(completeRecipe('palette'))}, ${state}::text,
      case when ${state}::text not in ('queued', 'running') then now() end
    from generate_series(1, ${count}::int) as n`.execute(db);
  await sql`analyze renders`.execute(db);
}
