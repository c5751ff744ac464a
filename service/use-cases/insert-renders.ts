import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { Priority } from '@logomorph/contract/render.ts';
import { type AuditRecord, type Author, recording } from '@logomorph/core/audit.ts';
import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { toColumn } from '@logomorph/core/trace-context.ts';
import { type SqlBool, sql } from 'kysely';
import { type AnswerToKeep, keeping } from './idempotency.ts';
import { holdingLogos } from './logos.ts';
import { countingAsked, holdingToQuotas, type OverQuota, type QuotaDeps, takingOfRenders } from './quotas.ts';

/** What is asked for: a render or a batch, and its renders. */
export interface AskedRenders {
  id: string;
  /** Null of a batch. */
  logoId: string | null;
  /** Of a batch. */
  children: readonly { id: string; logoId: string }[];
  toLogoId: string | null;
  recipe: Recipe;
  priority: Priority;
  record: AuditRecord;
}

/** What came of it. */
export interface InsertedRenders {
  /** Which of the logos the tenant has. */
  held: string[];
  over: OverQuota | null;
  /** When they were created; null when nothing was. */
  createdAt: Date | null;
}

/** As times are in answers. */
const ISO = 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"';

/** To the millisecond, as it is read back. */
const NOW = sql`date_trunc('milliseconds', now())`;

/**
 * Creates renders: rows, which are in the outbox, first events, a record of it, and the answer to keep, in one statement, as
 * each is a way to the database and back. Nothing is created unless all their logos are the tenant's, its quotas have room
 * for them, and the key of the request is still the request's.
 *
 * What may wait for others comes first, in one order: logos, the tenant, the key. Each part begins when the one before is
 * done, as it depends on its outcome. A row that was waited for is looked at anew, and the conditions that are told by what
 * came before keep their values then.
 *
 * @param toKeep the answer, with `mark` in the place of the time
 */
export async function insertRenders(
  { db, config }: Pick<QuotaDeps, 'config'> & { db: Database },
  author: Author,
  { id, logoId, children, toLogoId, recipe, priority, record }: AskedRenders,
  toKeep: AnswerToKeep | undefined,
  mark: string,
): Promise<InsertedRenders> {
  const { tenantId, origin } = author;
  const jobs = logoId === null ? children : [{ id, logoId }];
  const all = logoId === null ? [{ id, logoId }, ...children] : jobs;
  const logoIds = new Set([...jobs.map((job) => job.logoId), ...(toLogoId === null ? [] : [toLogoId])]);
  const areHeld = sql<SqlBool>`(select count(*) from held) = ${logoIds.size}`;
  const mayBe = sql<SqlBool>`${areHeld} and not exists (select from over)`;
  const kept =
    toKeep === undefined
      ? sql`select where ${mayBe}`
      : sql`${keeping(
          toKeep.claim,
          toKeep.answer,
          sql`replace(${toKeep.answer.body}, ${mark}, to_char(${NOW} at time zone 'utc', ${ISO}))`,
        )} and ${mayBe} returning 1`;
  const { rows } = await sql<InsertedRenders>`${PLANNED_ONCE}
    with held as (${holdingLogos(tenantId, [...logoIds])}),
    ${holdingToQuotas(tenantId, config.quotas, takingOfRenders(jobs.length), areHeld)},
    kept as (${kept}),
    inserted as (
      insert into renders
        (id, tenant_id, logo_id, parent_id, to_logo_id, recipe, priority, state, origin, created_at)
      select asked.id, ${tenantId}::uuid, asked.logo_id, nullif(${id}::uuid, asked.id), ${toLogoId}::uuid,
        ${JSON.stringify(recipe)}::jsonb, ${priority}, 'queued', ${toColumn(origin)}::jsonb, ${NOW}
      from unnest(${all.map((one) => one.id)}::uuid[], ${all.map((one) => one.logoId)}::uuid[]) as asked (id, logo_id)
      where exists (select from kept)
      returning id, logo_id, created_at
    ),
    -- Nobody can be waiting for the first event of a render whose id is not told yet.
    first_events as (
      insert into render_events (render_id, seq, type, data) select id, 1, 'queued', '{}' from inserted
    ),
    recorded as (${recording(author, record)} where exists (select from inserted)),
    asked_for as (${countingAsked(tenantId, jobs.length)} where exists (select from inserted))
    select array(select id from held) as held, (select to_jsonb(over) from over) as over,
      (select min(created_at) from inserted) as "createdAt"`.execute(db);
  const [outcome] = rows;
  if (outcome === undefined) throw new Error('the statement gives a row');
  return outcome;
}
