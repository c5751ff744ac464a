import { FINISHED_STATES, isFinished } from '@logomorph/contract/render.ts';
import { bySystem } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { isDatabaseUnavailable } from '@logomorph/core/database/unavailable.ts';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { ServiceMetrics } from './metrics.ts';
import { removeLogo } from './use-cases/delete-logo.ts';
import { lockWithChildren, noteLastUse, removeRenders } from './use-cases/delete-render.ts';
import { deleteTransformPage, hasManyTransforms } from './use-cases/delete-transforms.ts';

/** How many of a kind are deleted of a tenant before others have their turn. */
const PAGE = 2000;

/** What a sweep needs. */
interface RetentionDeps {
  db: Database;
  metrics: Pick<ServiceMetrics, 'retentionDeleted' | 'retentionFailed'>;
  logger: Pick<Logger, 'warn'>;
  /** How many are deleted of a tenant at a time. */
  page?: number;
}

/** Of one tenant, by the database's clock: it keeps nothing from before this. */
interface Due {
  tenantId: string;
  days: number;
}

/** How things of a kind that are due are found, and deleted each in a transaction of its own. */
const KINDS = {
  render: { days: 'renderDays', list: outdatedRenders, remove: deleteIfOutdated },
  logo: { days: 'logoDays', list: unusedLogosPage, remove: deleteIfUnused },
} as const;

type Kind = keyof typeof KINDS;

/**
 * Deletes what tenants keep no longer. Several replicas may do it at once: what one is at, the others pass over. What cannot be
 * deleted is counted, and keeps nothing else from being deleted; it is tried again by the next sweep.
 */
export async function deleteOutdated(deps: RetentionDeps, signal?: AbortSignal): Promise<void> {
  const tenants = await deps.db
    .selectFrom('tenants')
    .select(['id', 'retention'])
    .where('erased_at', 'is', null)
    .where(sql<boolean>`retention <> '{}'`)
    .execute();
  const due = tenants.flatMap(({ id: tenantId, retention }) =>
    (['render', 'logo'] as const).flatMap((kind) => {
      const days = retention[KINDS[kind].days];
      return days ? [{ kind, due: { tenantId, days } }] : [];
    }),
  );
  // By turns, until nothing more can be deleted.
  for (let left = due; left.length > 0; ) {
    const more: typeof due = [];
    for (const one of left) {
      if (signal?.aborted) return;
      if (await deletePage(deps, one.kind, one.due, signal)) more.push(one);
    }
    left = more;
  }
}

/** Deletes a page of what is due, and tells whether there may be more of it that can be deleted. */
async function deletePage(
  { db, metrics, logger, page = PAGE }: RetentionDeps,
  kind: Kind,
  due: Due,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { list, remove } = KINDS[kind];
  const errors: unknown[] = [];
  const note = (error: unknown) => {
    // Nothing else would go better.
    if (isDatabaseUnavailable(error)) throw error;
    errors.push(error);
  };
  const found = await list(db, due, page).catch((error: unknown) => {
    note(error);
    return [];
  });
  let deleted = 0;
  for (const { id } of found) {
    if (signal?.aborted) break;
    try {
      const count = await remove(db, due, id);
      metrics.retentionDeleted.inc({ kind }, count);
      deleted += count;
    } catch (error) {
      note(error);
    }
  }
  if (errors.length > 0) {
    metrics.retentionFailed.inc({ kind }, errors.length);
    const told = { err: errors[0], tenantId: due.tenantId, kind, count: errors.length };
    logger.warn(told, 'retention failed for some of what is due; it will be tried again');
  }
  return found.length === page && deleted > 0;
}

async function outdatedRenders(db: Database, { tenantId, days }: Due, page: number) {
  return db
    .selectFrom('renders')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('parent_id', 'is', null)
    .where('state', 'in', FINISHED_STATES)
    .where('finished_at', '<', daysAgo(days))
    .orderBy('finished_at')
    .limit(page)
    .execute();
}

/** Deletes a render or a batch, unless it has moved on, or another is at it. Gives how many renders that were. */
async function deleteIfOutdated(db: Database, { tenantId, days }: Due, id: string): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await noteLastUse(tx, id);
    const rows = await lockWithChildren(tx, id, { skipLocked: true });
    const { all } = await tx
      .selectFrom('renders')
      .where(({ eb, or }) => or([eb('id', '=', id), eb('parent_id', '=', id)]))
      .select(({ fn }) => [fn.countAll<string>().as('all')])
      .executeTakeFirstOrThrow();
    const due = await tx
      .selectFrom('renders')
      .select('id')
      .where('id', '=', id)
      .where('finished_at', '<', daysAgo(days))
      .executeTakeFirst();
    const isWhole = rows.length === Number(all);
    if (due === undefined || !isWhole || rows.some(({ state }) => !isFinished(state))) return 0;
    return removeRenders(tx, bySystem(tenantId), id, rows);
  });
}

async function unusedLogosPage(db: Database, due: Due, page: number) {
  return unusedLogos(db, due).limit(page).execute();
}

/** Logos that were not sent for so long, and of which no render is there that is not finished, or was finished since. */
function unusedLogos(db: Database | DatabaseTransaction, { tenantId, days }: Due) {
  return db
    .selectFrom('logos')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(sql<Date>`coalesce(used_at, created_at)`, '<', daysAgo(days))
    .where(({ not, exists, selectFrom, and }) =>
      and(
        (['logo_id', 'to_logo_id'] as const).map((column) =>
          not(
            exists(
              selectFrom('renders')
                .select('renders.id')
                .where('renders.tenant_id', '=', tenantId)
                .whereRef(`renders.${column}`, '=', 'logos.id')
                .where(({ eb, or }) =>
                  or([
                    eb('renders.state', 'in', ['queued', 'running']),
                    eb('renders.finished_at', '>=', daysAgo(days)),
                  ]),
                ),
            ),
          ),
        ),
      ),
    );
}

/** Deletes a logo, unless it was used meanwhile, or another is at it. Gives how many that were. */
async function deleteIfUnused(db: Database, due: Due, id: string): Promise<number> {
  const whileUnused = (remove: (tx: DatabaseTransaction, logo: UnusedLogo) => Promise<unknown>) =>
    db.transaction().execute(async (tx) => {
      const logo = await lockUnused(tx, due, id);
      if (logo !== undefined) await remove(tx, logo);
      return logo !== undefined;
    });
  // As when a client deletes it: nobody waits for all of very many transforms.
  while (await hasManyTransforms(db, id)) {
    if (!(await whileUnused((tx) => deleteTransformPage(tx, id)))) return 0;
  }
  return (await whileUnused((tx, logo) => removeLogo(tx, bySystem(due.tenantId), logo))) ? 1 : 0;
}

type UnusedLogo = NonNullable<Awaited<ReturnType<typeof lockUnused>>>;

/** Locks a logo that is unused. Undefined when it is used, gone or locked by another. */
async function lockUnused(tx: DatabaseTransaction, due: Due, id: string) {
  // Renders that come after this find it gone; those that came before are seen by the next statement.
  const logo = await tx
    .selectFrom('logos')
    .select(['id', 'tenant_id', 'sha256', 'object_key'])
    .where('id', '=', id)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  const unused = await unusedLogos(tx, due).where('id', '=', id).executeTakeFirst();
  return unused === undefined ? undefined : logo;
}

/** Days of 24 hours, so that no time zone matters. */
function daysAgo(days: number) {
  return sql<Date>`now() - make_interval(hours => ${days * 24}::int)`;
}
