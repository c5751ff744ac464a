import { type ProblemName, problem } from '@logomorph/contract/problem.ts';
import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { areNoted, discarding, saveObjects } from '@logomorph/core/discarded-objects.ts';
import { finishRender, type RenderEnd } from '@logomorph/core/finish-render.ts';
import { holdingContentKey } from '@logomorph/core/hold-content-key.ts';
import { outputPrefix } from '@logomorph/core/object-store/keys.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { appending } from '@logomorph/core/render-events.ts';
import { OUTPUT_EVENTS, recordingOutputs, type StoredOutput } from '@logomorph/core/stored-outputs.ts';
import { sql } from 'kysely';
import type { Claim } from './claim-render.ts';

/** The files of a render, all stored: how many there are, and those at their end that are still to be recorded. */
export interface StoredOutputs {
  count: number;
  unrecorded: readonly StoredOutput[];
}

/** Another worker has taken the render since, or it is canceled or finished: what this one made is not wanted. */
export class Superseded extends Error {
  constructor(renderId: string) {
    super(`render ${renderId} is no longer this worker's`);
    this.name = 'Superseded';
  }
}

/**
 * Says under what key files of a render will be stored, before the first is: nobody removes them there from then on. It may
 * wait in the middle, for an erasure that removes there. What is noted meanwhile it does not see, and need not: that is
 * removed no sooner than what is noted after it. Files of an earlier claim that are under another key, as another version of the
 * renderer made them, are forgotten.
 *
 * @throws Superseded
 */
export async function announceFiles(db: Database, claim: Claim, contentKey: string): Promise<void> {
  const prefix = outputPrefix(claim.tenantId, contentKey);
  const { rows } = await sql<{ noted: boolean; outdated: boolean }>`${PLANNED_ONCE}
    with held as (select ${holdingContentKey(prefix)}),
    announced as (
      update renders set content_key = ${contentKey} from held where ${isClaimedBy(claim)} returning id
    )
    select ${areNoted(prefix)} as noted,
      exists (select from render_outputs where render_id = announced.id and not starts_with(object_key, ${prefix})) as outdated
    from announced`.execute(db);
  const [announced] = rows;
  if (announced === undefined) throw new Superseded(claim.renderId);
  if (announced.noted) await saveObjects(db, prefix);
  if (announced.outdated) await forgetFiles(db, claim);
}

async function forgetFiles(db: Database, claim: Claim): Promise<void> {
  await sql`
    with held as (select id from renders where ${isClaimedBy(claim)} for update),
    ${discarding(sql`select id from held`)}
    select`.execute(db);
}

/**
 * Records files that are in the object store, in their order.
 *
 * @throws Superseded
 */
export async function recordOutputs(db: Database, claim: Claim, outputs: readonly StoredOutput[]): Promise<void> {
  const { rows } = await sql`${PLANNED_ONCE}
    with held as (select id, run from renders where ${isClaimedBy(claim)} for update),
    ${recordingOutputs('held', claim.renderId, outputs)},
    told as (${appending(OUTPUT_EVENTS)})
    select pg_notify('render_events', id::text) from held`.execute(db);
  if (rows.length === 0) throw new Superseded(claim.renderId);
}

/**
 * Gives a render back, for it to be taken again: what stopped it was not the render.
 *
 * @throws Superseded
 */
export async function giveBack(db: Database, claim: Claim): Promise<void> {
  const { rows } = await sql`
    update renders set state = 'queued', interruptions = ${claim.interruptions}
    where ${isClaimedBy(claim)} returning id`.execute(db);
  if (rows.length === 0) throw new Superseded(claim.renderId);
}

/**
 * Finishes a render well.
 *
 * @param made how many files it has, and those among them that are not recorded yet
 * @throws Superseded
 */
export async function succeed(db: Database, claim: Claim, made: StoredOutputs, warnings: string[]): Promise<void> {
  const end = { type: 'succeeded', data: { outputs: made.count } } as const;
  await finish(db, claim, end, { warnings, outputs: made.unrecorded });
}

/**
 * Finishes a render with a problem, and forgets the files that it made until then.
 *
 * @throws Superseded
 */
export async function fail(db: Database, claim: Claim, name: ProblemName, detail: string): Promise<void> {
  await finish(db, claim, { type: 'failed', data: problem(name, detail) });
}

async function finish(
  db: Database,
  { renderId, attempt, batchId }: Claim,
  end: RenderEnd,
  made: { warnings?: string[]; outputs?: readonly StoredOutput[] } = {},
): Promise<void> {
  const finishOwn = async (on: Database) => {
    if (!(await finishRender(on, renderId, end, { attempt, ...made }))) throw new Superseded(renderId);
  };
  if (batchId === null) return finishOwn(db);
  await db.transaction().execute(async (tx) => {
    await finishOwn(tx);
    await settleBatch(tx, batchId);
  });
}

/** Whether a render is still this worker's to make. */
export async function isClaimed(db: Database, claim: Claim): Promise<boolean> {
  const { rows } = await sql`select from renders where ${isClaimedBy(claim)}`.execute(db);
  return rows.length > 0;
}

/** Of the row of a render, in a statement without another table that has these columns. */
function isClaimedBy({ renderId, attempt }: Claim) {
  return sql`renders.id = ${renderId} and attempt = ${attempt} and state = 'running'`;
}
