import type { Metadata } from '@logomorph/contract/metadata.ts';
import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { Priority } from '@logomorph/contract/render.ts';
import { type AuditRecord, type Author, recording, toAuditRow } from '@logomorph/core/audit.ts';
import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import type { AnswerToKeep } from './idempotency.ts';
import {
  countingAsked,
  holdingToQuotas,
  lockingAs,
  type OverQuota,
  type QuotaDeps,
  takingOfRenders,
  type WhenLocked,
} from './quotas.ts';

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
  metadata: Metadata;
  author: Author;
  record: AuditRecord;
  toKeep: AnswerToKeep | undefined;
  /** What stands in the answer to keep in the place of the time. */
  mark: string;
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
 * Creates renders of one or many requests: rows, which are in the outbox, first events, records of it, and the answers to
 * keep, in one statement, as each is a way to the database and back. Of a request nothing is created unless all its logos are
 * the tenant's, the quotas have room for it and for those before it, and its key is still the request's. It tells what came of
 * each, in their order; when it fails, nothing came of any.
 *
 * What may wait for others comes first, in one order: logos, tenants, keys. Each part begins when the one before is done, as
 * it depends on its outcome. A row that was waited for is looked at anew, and the conditions that are told by what came before
 * keep their values then. A statement that skips waits for nobody: requests whose logos or tenants others have locked come to
 * nothing then. Why something came to nothing is told right by one that waits alone.
 */
export async function insertRenders(
  { db, config }: Pick<QuotaDeps, 'config'> & { db: Database },
  requests: readonly AskedRenders[],
  whenLocked: WhenLocked,
): Promise<InsertedRenders[]> {
  const takings = sql`
    select place, tenant_id, taking from asked
    where not exists (
      select from unnest(logos) as logo (id)
      where not exists (select from held where held.id = logo.id and held.tenant_id = asked.tenant_id)
    )`;
  const { rows } = await sql<InsertedRenders>`${PLANNED_ONCE}
    with asked as (
      select * from jsonb_to_recordset(${JSON.stringify(requests.map(toRow))}::jsonb) as asked (
        place int, tenant_id uuid, id uuid, ids uuid[], logo_ids uuid[], to_logo_id uuid, logos uuid[], recipe jsonb,
        priority text, metadata jsonb, origin jsonb, taking jsonb, record jsonb,
        key text, claim uuid, status int, headers jsonb, body text, mark text)
    ), held as (
      select id, tenant_id from logos
      where (tenant_id, id) in (select tenant_id, unnest(logos) from asked)
      order by id for key share ${lockingAs(whenLocked)}
    ),
    ${holdingToQuotas(config.quotas, takings, whenLocked)},
    fit as (
      select asked.* from asked join takings using (place)
      where asked.tenant_id in (select id from lasting) and asked.place not in (select place from over)
    ), kept as (
      update idempotency_keys as keys set status = fit.status, headers = fit.headers,
        body = replace(fit.body, mark, to_char(${NOW} at time zone 'utc', ${ISO}))
      from fit
      where keys.tenant_id = fit.tenant_id and keys.key = fit.key and keys.claim = fit.claim and keys.status is null
      returning place
    ), created as (
      insert into renders
        (id, tenant_id, logo_id, parent_id, to_logo_id, recipe, priority, metadata, state, origin, created_at)
      select one.id, tenant_id, one.logo_id, nullif(fit.id, one.id), to_logo_id, recipe, priority, metadata, 'queued',
        origin, ${NOW}
      from fit cross join lateral unnest(ids, logo_ids) as one (id, logo_id)
      where claim is null or place in (select place from kept)
      returning id, tenant_id, logo_id, created_at
    ),
    -- Nobody can be waiting for the first event of a render whose id is not told yet.
    first_events as (
      insert into render_events (render_id, seq, type, data) select id, 1, 'queued', '{}' from created
    ),
    recorded as (${recording(sql`select record from asked where id in (select id from created) order by place`)}),
    counted_asked as (
      ${countingAsked(sql`select tenant_id, count(*) from created where logo_id is not null group by tenant_id`)}
    )
    select array(select held.id from held where held.tenant_id = asked.tenant_id and held.id = any(logos)) as held,
      (select to_jsonb(over) from over where over.place = asked.place) as over, created_at as "createdAt"
    from asked left join created using (id) order by asked.place`.execute(db);
  return rows;
}

function toRow({ id, logoId, children, author, ...asked }: AskedRenders, place: number) {
  const jobs = logoId === null ? children : [{ id, logoId }];
  const all = logoId === null ? [{ id, logoId }, ...children] : jobs;
  const { claim, answer } = asked.toKeep ?? {};
  return {
    ...{ place, tenant_id: author.tenantId, id, to_logo_id: asked.toLogoId },
    ids: all.map((one) => one.id),
    logo_ids: all.map((one) => one.logoId),
    logos: [...jobs.map((job) => job.logoId), ...(asked.toLogoId === null ? [] : [asked.toLogoId])],
    ...{ recipe: asked.recipe, priority: asked.priority, metadata: asked.metadata, origin: author.origin },
    taking: takingOfRenders(jobs.length),
    record: toAuditRow(author, asked.record),
    ...{ key: claim?.key, claim: claim?.claim, mark: asked.mark },
    ...{ status: answer?.status, headers: answer?.headers, body: answer?.body },
  };
}
