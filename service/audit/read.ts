import type { AuditEntry, AuditFilter, AuditHead, AuditPage } from '@logomorph/contract/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { readTime } from '../use-cases/created-range.ts';
import { type PageRequest, paged, toPageBy } from '../use-cases/page.ts';
import { chainEntries } from './chain.ts';
import { toEntry } from './entries.ts';
import { NO_HASH } from './entry-hash.ts';

/** Milliseconds by which entries may be in another order than their times, as writes take a while and clocks are put back. */
const SLACK = 24 * 3600 * 1000;

/** How many entries an export reads at a time. */
const PAGE = 500;

/**
 * The entries of a tenant, newest first: all of what was answered before is there.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export async function listEntries(
  db: Database,
  tenantId: string,
  page: PageRequest,
  { action, actor, target, createdAfter, createdBefore }: AuditFilter,
): Promise<AuditPage> {
  let query = db.selectFrom('audit_entries').selectAll().where('tenant_id', '=', tenantId);
  if (action !== undefined) query = query.where('action', '=', action);
  if (target !== undefined) query = query.where('target_id', '=', target);
  if (actor !== undefined) query = query.where(sql<boolean>`coalesce(actor ->> 'id', actor ->> 'type') = ${actor}`);
  if (createdAfter !== undefined) {
    const time = readTime('/createdAfter', createdAfter);
    query = query.where('at', '>', new Date(time)).where('seq', '>', lastBefore(db, tenantId, time - SLACK));
  }
  if (createdBefore !== undefined) {
    const time = readTime('/createdBefore', createdBefore);
    query = query.where('at', '<', new Date(time)).where('seq', '<', firstAfter(db, tenantId, time + SLACK));
  }
  await chainEntries(db, tenantId);
  const rows = await paged(query, page, 'seq').execute();
  return toPageBy(rows.map(toEntry), page, ({ seq }) => String(seq));
}

/** The place in the chain from which on all is of a later time than this, found in the index of times. */
function lastBefore(db: Database, tenantId: string, time: number) {
  const last = placesOf(db, tenantId).where('at', '<', new Date(time)).orderBy('at', 'desc').limit(1);
  return sql<string>`coalesce((${last}), 0)`;
}

/** The place in the chain before which all that is of an earlier time than this is. */
function firstAfter(db: Database, tenantId: string, time: number) {
  const first = placesOf(db, tenantId).where('at', '>', new Date(time)).orderBy('at').limit(1);
  return sql<string>`coalesce((${first}), ${sql.lit(Number.MAX_SAFE_INTEGER)})`;
}

function placesOf(db: Database, tenantId: string) {
  return db.selectFrom('audit_entries').select('seq').where('tenant_id', '=', tenantId);
}

/** The end of a tenant's chain, with all of what was answered before. */
export async function readHead(db: Database, tenantId: string): Promise<AuditHead> {
  await chainEntries(db, tenantId);
  const head = await db
    .selectFrom('audit_heads')
    .select(['seq', 'hash'])
    .where('tenant_id', '=', tenantId)
    .executeTakeFirst();
  return { seq: Number(head?.seq ?? 0), hash: head?.hash ?? NO_HASH };
}

/**
 * The entries after one, up to the end that the chain has now, as pages. No more than a page is in memory, and no connection
 * is held while the client reads.
 */
export async function* exportEntries(db: Database, tenantId: string, after: number): AsyncGenerator<AuditEntry[]> {
  const head = await readHead(db, tenantId);
  for (let place = after; place < head.seq; ) {
    const rows = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('tenant_id', '=', tenantId)
      .where('seq', '>', String(place))
      .where('seq', '<=', String(head.seq))
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    const last = rows.at(-1);
    // The tenant is being erased.
    if (last === undefined) throw new Error('entries of the audit log are gone');
    yield rows.map(toEntry);
    place = Number(last.seq);
  }
}
