import type { RenderState } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { type CreatedRange, isCreatedWithin } from './created-range.ts';
import { type PageRequest, paged, toPage } from './page.ts';
import { rendersOf, toRenders } from './renders.ts';

/** Which renders are wanted; all when nothing is said. */
interface RenderFilter extends CreatedRange {
  state?: RenderState[];
  logoId?: string;
  parentId?: string;
  type?: string;
  /** Renders of transforms in place of the others. */
  transforms?: boolean;
}

/**
 * The renders of a tenant, newest first.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export async function listRenders(db: Database, tenantId: string, page: PageRequest, filter: RenderFilter) {
  const { state: states = [], ...others } = filter;
  const all = rendersOf(db, tenantId);
  // Of several states the page is found among those of each: one index has all of a state in their order, and none of several.
  const wanted =
    states.length > 1
      ? all.where('id', 'in', pagesOfEach(db, tenantId, page, states, others))
      : all.where(isWanted(others)).$if(states.length === 1, (query) => query.where('state', 'in', states));
  const rows = await paged(wanted, page).execute();
  return toPage(await toRenders(db, rows), page);
}

/** The ids of the page that is wanted of each state by itself. */
function pagesOfEach(
  db: Database,
  tenantId: string,
  page: PageRequest,
  states: RenderState[],
  filter: Omit<RenderFilter, 'state'>,
) {
  const own = states.map((state) => {
    const renders = db.selectFrom('renders').select('id').where('tenant_id', '=', tenantId).where('state', '=', state);
    return sql`(${paged(renders.where(isWanted(filter)), page)})`;
  });
  return sql<string>`(${sql.join(own, sql` union all `)})`;
}

function isWanted({ logoId, parentId, type, transforms = false, ...created }: Omit<RenderFilter, 'state'>) {
  const rules = [isCreatedWithin(created), transforms ? sql`transform is not null` : sql`transform is null`];
  if (logoId !== undefined) rules.push(sql`logo_id = ${logoId}`);
  if (parentId !== undefined) rules.push(sql`parent_id = ${parentId}`);
  if (type !== undefined) rules.push(sql`recipe ->> 'type' = ${type}`);
  return sql<boolean>`(${sql.join(rules, sql` and `)})`;
}
