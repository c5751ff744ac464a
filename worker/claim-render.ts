import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { completeRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { databaseTime } from '@logomorph/core/database/time.ts';
import { codeOf } from '@logomorph/core/error-code.ts';
import { NOT_HELD } from '@logomorph/core/held-logos.ts';
import { keyOfLogo } from '@logomorph/core/object-store/keys.ts';
import { appending, eventOf, subjectOf } from '@logomorph/core/render-events.ts';
import type { Origin } from '@logomorph/core/trace-context.ts';
import { sql } from 'kysely';

/** A render that this worker has taken, with all it needs to make it. */
export interface Claim {
  renderId: string;
  tenantId: string;
  /** Which claim of this render it is, from 1. Writing on behalf of an older one is refused. */
  attempt: number;
  /** Which run of the render it is, from 1; each retry that a client asks for is another one. */
  run: number;
  /** How many claims before this one ended in nothing, as when a worker is killed. */
  interruptions: number;
  /** Seconds since the run was first taken. */
  age: number;
  recipe: Recipe;
  /** One, or the two of a morph in their order; undefined in place of one that is deleted. */
  logos: ({ sha256: string; format: LogoFormat; objectKey: string } | undefined)[];
  batchId: string | null;
  origin: Origin | null;
}

interface ClaimedRow {
  tenant_id: string;
  attempt: number;
  interruptions: number;
  age: number;
  recipe: Recipe;
  logo_id: string;
  to_logo_id: string | null;
  parent_id: string | null;
  origin: Origin | null;
  logos: { id: string; tenant_id: string; sha256: string; format: LogoFormat; object_key: string | null }[];
}

/**
 * Takes a run of a render, from whoever had it before, and begins its batch, if it is the first of it. Gives undefined when
 * it is finished or gone, or a logo of it is held: then it is put back, as its job is lost.
 */
export async function claimRender(db: Database, renderId: string, run: number): Promise<Claim | undefined> {
  const row = await takeRow(db, renderId, run).catch((error: unknown) => {
    if (!isTakenPlace(error)) throw error;
    // Another render of the batch was just canceled: what its history has of that is seen now.
    return takeRow(db, renderId, run);
  });
  if (row === undefined) return undefined;
  const logos = new Map(
    row.logos.map((logo) => [logo.id, { sha256: logo.sha256, format: logo.format, objectKey: keyOfLogo(logo) }]),
  );
  return {
    renderId,
    tenantId: row.tenant_id,
    attempt: row.attempt,
    run,
    interruptions: row.interruptions - 1,
    age: row.age,
    // One of before a field was there is rendered as it was meant.
    recipe: completeRecipe(row.recipe.type, row.recipe),
    logos: [row.logo_id, row.to_logo_id].flatMap((id) => (id === null ? [] : [logos.get(id)])),
    batchId: row.parent_id,
    origin: row.origin,
  };
}

/**
 * All of a claim in one statement. It may wait for the row of the render or the batch, and then sees nothing that was
 * appended to their histories meanwhile. Of the render that cannot matter: what is appended to one that is still to be
 * made, comes after the same event `started` of another claim, which this one's gives way to.
 */
async function takeRow(db: Database, renderId: string, run: number): Promise<ClaimedRow | undefined> {
  const started = { type: 'started', data: {} } as const;
  const { rows } = await sql<ClaimedRow>`${PLANNED_ONCE}
    with claimed as (
      update renders
      set state = 'running', attempt = attempt + 1, interruptions = interruptions + 1, started_at = ${databaseTime()}
      where id = ${renderId} and run = ${run} and state in ('queued', 'running') and logo_id is not null and ${NOT_HELD}
      returning *
    ), told as (${appending(eventOf('claimed', started))}
    ), begun as (
      update renders set state = 'running', started_at = ${databaseTime()}
      from claimed where renders.id = claimed.parent_id and renders.state = 'queued'
      returning renders.id, renders.run
    ), batch_told as (${appending(eventOf('begun', started))})
    select tenant_id, attempt, interruptions, recipe, logo_id, to_logo_id, parent_id, origin,
      coalesce((
        select extract(epoch from now() - at)::float8 from render_events
        where render_id = claimed.id and type = 'started' and subject = ${subjectOf('claimed.run', sql.lit(''))}
      ), 0) as age,
      (
        select coalesce(jsonb_agg(logo), '[]')
        from (select id, tenant_id, sha256, format, object_key from logos where id in (logo_id, to_logo_id)) as logo
      ) as logos,
      pg_notify('render_events', id::text), (select pg_notify('render_events', id::text) from begun)
    from claimed`.execute(db);
  return rows[0];
}

/** Whether another transaction has an event at this place of a history already (unique_violation). */
function isTakenPlace(error: unknown): boolean {
  return codeOf(error) === '23505';
}
