import type { RenderState } from '@logomorph/contract/render.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { invalidRequest } from '../validation.ts';
import { type PageRequest, toPage } from './page.ts';
import { toRenders } from './renders.ts';

/** Which renders are wanted; all when nothing is said. */
export interface RenderFilter {
  state?: RenderState[];
  logoId?: string;
  parentId?: string;
  type?: string;
  /** Times as of RFC 3339; neither is in the range itself. */
  createdAfter?: string;
  createdBefore?: string;
}

/** Milliseconds that the clocks may differ of Postgres, which makes times, and of the programs, which make ids. */
const SLACK = 24 * 3600 * 1000;

/**
 * The renders of a tenant, newest first.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export async function listRenders(
  db: Database,
  tenantId: string,
  { limit, cursor }: PageRequest,
  { state, logoId, parentId, type, createdAfter, createdBefore }: RenderFilter,
) {
  let query = db.selectFrom('renders').selectAll().where('tenant_id', '=', tenantId);
  if (cursor !== undefined) query = query.where('id', '<', cursor);
  if (state !== undefined) query = query.where('state', 'in', state);
  if (logoId !== undefined) query = query.where('logo_id', '=', logoId);
  if (parentId !== undefined) query = query.where('parent_id', '=', parentId);
  if (type !== undefined) query = query.where(sql<string>`recipe ->> 'type'`, '=', type);
  if (createdAfter !== undefined) {
    const time = readTime('/createdAfter', createdAfter);
    // Clients see milliseconds, of which the one they name is not wanted. The id lets the index find the place.
    query = query.where('created_at', '>=', new Date(time + 1)).where('id', '>=', firstIdOf(time - SLACK));
  }
  if (createdBefore !== undefined) {
    const time = readTime('/createdBefore', createdBefore);
    query = query.where('created_at', '<', new Date(time)).where('id', '<', firstIdOf(time + SLACK));
  }
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(await toRenders(db, rows), limit);
}

/** Milliseconds since 1970. The format allows leap seconds, which no clock here knows. */
function readTime(pointer: string, text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) throw invalidRequest('query', [{ pointer, detail: 'must be a time that there is' }]);
  return time;
}

/** The least UUID version 7 (RFC 9562, 5.7) of a millisecond. */
function firstIdOf(time: number): string {
  const hex = Math.max(0, time).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
