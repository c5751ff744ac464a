import { type ProblemName, problem } from '@logomorph/contract/problem.ts';
import { PLANNED_ONCE } from '@logomorph/core/database/client.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { areNoted, saveObjects } from '@logomorph/core/discarded-objects.ts';
import { finishRender, type RenderEnd } from '@logomorph/core/finish-render.ts';
import { holdingContentKey } from '@logomorph/core/hold-content-key.ts';
import { outputPrefix } from '@logomorph/core/object-store/keys.ts';
import { settleBatch } from '@logomorph/core/render-batch.ts';
import { appending } from '@logomorph/core/render-events.ts';
import { toRenderOutput } from '@logomorph/core/render-output.ts';
import { sql } from 'kysely';
import type { Claim } from './claim-render.ts';

/** A file as it was stored. */
export interface StoredOutput {
  name: string;
  position: number;
  mediaType: string;
  bytes: number;
  sha256: string;
  width: number | undefined;
  height: number | undefined;
  objectKey: string;
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
 * removed no sooner than what is noted after it.
 *
 * @throws Superseded
 */
export async function announceFiles(db: Database, claim: Claim, contentKey: string): Promise<void> {
  const prefix = outputPrefix(claim.tenantId, contentKey);
  const { rows } = await sql<{ noted: boolean }>`${PLANNED_ONCE}
    with held as (select ${holdingContentKey(prefix)}),
    announced as (
      update renders set content_key = ${contentKey} from held where ${isClaimedBy(claim)} returning id
    )
    select ${areNoted(prefix)} as noted from announced`.execute(db);
  const [announced] = rows;
  if (announced === undefined) throw new Superseded(claim.renderId);
  if (announced.noted) await saveObjects(db, prefix);
}

/**
 * Records files that are in the object store, in their order.
 *
 * @throws Superseded
 */
export async function recordOutputs(db: Database, claim: Claim, outputs: readonly StoredOutput[]): Promise<void> {
  const files = outputs.map((output) => toRow(claim, output));
  const told = files.map((file) => ({ ...file, event: toRenderOutput(file) }));
  const { rows } = await sql`${PLANNED_ONCE}
    with held as (select id, run from renders where ${isClaimedBy(claim)} for update),
    files as (
      select held.id, held.run, file.* from held, jsonb_to_recordset(${JSON.stringify(told)}) as file (
        name text, position int, media_type text, bytes int, sha256 text, width int, height int, object_key text, event jsonb
      )
    ), recorded as (
      insert into render_outputs (render_id, name, position, media_type, bytes, sha256, width, height, object_key)
      select id, name, position, media_type, bytes, sha256, width, height, object_key from files
      -- An earlier claim may have recorded it, perhaps of another version of the renderer.
      on conflict (render_id, name) do update set position = excluded.position, media_type = excluded.media_type,
        bytes = excluded.bytes, sha256 = excluded.sha256, width = excluded.width, height = excluded.height,
        object_key = excluded.object_key
    ), told as (${appending(sql`
      select id as render_id, run, 'output' as type, name, event as data, position as place from files`)})
    select pg_notify('render_events', id::text) from held`.execute(db);
  if (rows.length === 0) throw new Superseded(claim.renderId);
}

function toRow({ renderId }: Claim, output: StoredOutput) {
  return {
    render_id: renderId,
    name: output.name,
    position: output.position,
    media_type: output.mediaType,
    bytes: output.bytes,
    sha256: output.sha256,
    width: output.width ?? null,
    height: output.height ?? null,
    object_key: output.objectKey,
  };
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
 * @throws Superseded
 */
export async function succeed(db: Database, claim: Claim, outputs: number, warnings: string[]): Promise<void> {
  await finish(db, claim, { type: 'succeeded', data: { outputs } }, warnings);
}

/**
 * Finishes a render with a problem, and forgets the files that it made until then.
 *
 * @throws Superseded
 */
export async function fail(db: Database, claim: Claim, name: ProblemName, detail: string): Promise<void> {
  await finish(db, claim, { type: 'failed', data: problem(name, detail) });
}

async function finish(db: Database, claim: Claim, end: RenderEnd, warnings: string[] | null = null): Promise<void> {
  const { renderId, attempt, batchId } = claim;
  const finishOwn = async (on: Database) => {
    if (!(await finishRender(on, renderId, end, { attempt, warnings }))) throw new Superseded(renderId);
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
