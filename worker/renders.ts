import type { LogoFormat } from '@logomorph/contract/logo.ts';
import { type ProblemName, problem } from '@logomorph/contract/problem.ts';
import { completeRecipe, type Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { Database, DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import { databaseTime } from '@logomorph/core/database/time.ts';
import { saveObjects } from '@logomorph/core/discarded-objects.ts';
import { finishRender, type RenderEnd } from '@logomorph/core/finish-render.ts';
import { NOT_HELD } from '@logomorph/core/held-logos.ts';
import { holdContentKey } from '@logomorph/core/hold-content-key.ts';
import { keyOfLogo, outputPrefix } from '@logomorph/core/object-store/keys.ts';
import { beginBatch, settleBatch } from '@logomorph/core/render-batch.ts';
import { appendEvent, eventSubject } from '@logomorph/core/render-events.ts';
import { toRenderOutput } from '@logomorph/core/render-output.ts';
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
 * Takes a run of a render, from whoever had it before. Gives undefined when it is finished or gone, or a logo of it is held:
 * then it is put back, as its job is lost.
 */
export async function claimRender(db: Database, renderId: string, run: number): Promise<Claim | undefined> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('renders')
      .where('id', '=', renderId)
      .where('run', '=', run)
      .where('state', 'in', ['queued', 'running'])
      .where('logo_id', 'is not', null)
      .where(NOT_HELD)
      .set((eb) => ({
        state: 'running',
        attempt: eb('attempt', '+', 1),
        interruptions: eb('interruptions', '+', 1),
        started_at: databaseTime(),
      }))
      .returning(['tenant_id', 'attempt', 'interruptions', 'recipe', 'logo_id', 'to_logo_id', 'parent_id', 'origin'])
      .returning(({ selectFrom, fn }) =>
        fn
          .coalesce(
            selectFrom('render_events')
              .select(sql<number>`extract(epoch from now() - at)::float`.as('age'))
              .whereRef('render_id', '=', 'renders.id')
              .where('type', '=', 'started')
              .where('subject', '=', eventSubject(run, '')),
            sql<number>`0`,
          )
          .as('age'),
      )
      .executeTakeFirst();
    if (row === undefined) return undefined;
    await appendEvent(tx, renderId, run, { type: 'started', data: {} });
    if (row.parent_id !== null) await beginBatch(tx, row.parent_id);
    return {
      renderId,
      tenantId: row.tenant_id,
      attempt: row.attempt,
      run,
      interruptions: row.interruptions - 1,
      age: row.age,
      // One of before a field was there is rendered as it was meant.
      recipe: completeRecipe(row.recipe.type, row.recipe),
      logos: await logosOf(tx, [row.logo_id, row.to_logo_id]),
      batchId: row.parent_id,
      origin: row.origin,
    };
  });
}

async function logosOf(tx: DatabaseTransaction, ids: (string | null)[]): Promise<Claim['logos']> {
  const rows = await tx
    .selectFrom('logos')
    .select(['id', 'tenant_id', 'sha256', 'format', 'object_key'])
    .where('id', 'in', ids)
    .execute();
  const logos = new Map(
    rows.map((row) => [row.id, { sha256: row.sha256, format: row.format, objectKey: keyOfLogo(row) }]),
  );
  return ids.flatMap((id) => (id === null ? [] : [logos.get(id)]));
}

/**
 * Says under what key files of a render will be stored, before the first is: nobody removes them there from then on.
 *
 * @throws Superseded
 */
export async function announceFiles(db: Database, claim: Claim, contentKey: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdContentKey(tx, outputPrefix(claim.tenantId, contentKey), 'to store');
    await holdClaim(tx, claim);
    await tx.updateTable('renders').where('id', '=', claim.renderId).set({ content_key: contentKey }).execute();
  });
  await saveObjects(db, outputPrefix(claim.tenantId, contentKey));
}

/**
 * Records a file that is in the object store.
 *
 * @throws Superseded
 */
export async function recordOutput(db: Database, claim: Claim, output: StoredOutput): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdClaim(tx, claim);
    const row = {
      render_id: claim.renderId,
      name: output.name,
      position: output.position,
      media_type: output.mediaType,
      bytes: output.bytes,
      sha256: output.sha256,
      width: output.width ?? null,
      height: output.height ?? null,
      object_key: output.objectKey,
    };
    await tx
      .insertInto('render_outputs')
      .values(row)
      // An earlier claim may have recorded it, perhaps of another version of the renderer.
      .onConflict((conflict) => conflict.columns(['render_id', 'name']).doUpdateSet(row))
      .execute();
    await appendEvent(tx, claim.renderId, claim.run, { type: 'output', data: toRenderOutput(row) });
  });
}

/**
 * Gives a render back, for it to be taken again: what stopped it was not the render.
 *
 * @throws Superseded
 */
export async function giveBack(db: Database, claim: Claim): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdClaim(tx, claim);
    await tx
      .updateTable('renders')
      .where('id', '=', claim.renderId)
      .set({ state: 'queued', interruptions: claim.interruptions })
      .execute();
  });
}

/**
 * Finishes a render well.
 *
 * @throws Superseded
 */
export async function succeed(db: Database, claim: Claim, outputs: number, warnings: string[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdClaim(tx, claim);
    await finish(tx, claim, { type: 'succeeded', data: { outputs } }, warnings);
  });
}

/**
 * Finishes a render with a problem, and forgets the files that it made until then.
 *
 * @throws Superseded
 */
export async function fail(db: Database, claim: Claim, name: ProblemName, detail: string): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await holdClaim(tx, claim);
    await finish(tx, claim, { type: 'failed', data: problem(name, detail) });
  });
}

async function finish(tx: DatabaseTransaction, claim: Claim, end: RenderEnd, warnings?: string[]): Promise<void> {
  await finishRender(tx, claim.renderId, end, warnings);
  if (claim.batchId !== null) await settleBatch(tx, claim.batchId);
}

/** Whether a render is still this worker's to make. */
export async function isClaimed(db: Database, claim: Claim): Promise<boolean> {
  return (await claimed(db, claim).executeTakeFirst()) !== undefined;
}

async function holdClaim(tx: DatabaseTransaction, claim: Claim): Promise<void> {
  const row = await claimed(tx, claim).forUpdate().executeTakeFirst();
  if (row === undefined) throw new Superseded(claim.renderId);
}

function claimed(db: Database, { renderId, attempt }: Claim) {
  return db
    .selectFrom('renders')
    .select('id')
    .where('id', '=', renderId)
    .where('attempt', '=', attempt)
    .where('state', '=', 'running');
}
