import type { RenderState } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { type CreatedRange, isCreatedWithin } from './created-range.ts';
import { type PageRequest, paged, toPage } from './page.ts';
import { rendersOf, toRenders } from './renders.ts';

/** Which renders are wanted; all when nothing is said. */
export interface RenderFilter extends CreatedRange {
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
export async function listRenders(
  db: Database,
  tenantId: string,
  page: PageRequest,
  { state, logoId, parentId, type, transforms = false, ...created }: RenderFilter,
) {
  let query = rendersOf(db, tenantId).where('transform', transforms ? 'is not' : 'is', null);
  if (state !== undefined) query = query.where('state', 'in', state);
  if (logoId !== undefined) query = query.where('logo_id', '=', logoId);
  if (parentId !== undefined) query = query.where('parent_id', '=', parentId);
  if (type !== undefined) query = query.where(sql<string>`recipe ->> 'type'`, '=', type);
  query = query.where(isCreatedWithin(created));
  const rows = await paged(query, page).execute();
  return toPage(await toRenders(db, rows), page);
}
