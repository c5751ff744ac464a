import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { Render, RenderState } from '@logomorph/contract/render.ts';
import type { RenderEvent } from '@logomorph/contract/render-event.ts';
import type { Database, Tables } from '@logomorph/core/database/schema.ts';
import { appendEvent } from '@logomorph/core/render-events.ts';
import { toRenderOutput } from '@logomorph/core/render-output.ts';
import type { Selectable } from 'kysely';
import { v7 as uuid } from 'uuid';
import { readLogo } from './logos.ts';
import { type PageRequest, toPage } from './page.ts';

/**
 * Creates a render: its row, its first event and its place in the outbox, in one transaction.
 *
 * @throws ProblemError not-found when the tenant has no such logo
 */
export async function createRender(db: Database, tenantId: string, logoId: string, recipe: Recipe): Promise<Render> {
  await readLogo(db, tenantId, logoId);
  const row = await db.transaction().execute(async (tx) => {
    const inserted = await tx
      .insertInto('renders')
      .values({ id: uuid(), tenant_id: tenantId, logo_id: logoId, recipe: JSON.stringify(recipe), state: 'queued' })
      .returningAll()
      .executeTakeFirstOrThrow();
    await appendEvent(tx, inserted.id, { type: 'queued', data: {} });
    await tx.insertInto('outbox').values({ render_id: inserted.id }).execute();
    return inserted;
  });
  return toRender(row, []);
}

/** @throws ProblemError not-found */
export async function readRender(db: Database, tenantId: string, renderId: string): Promise<Render> {
  const row = await db
    .selectFrom('renders')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', renderId)
    .executeTakeFirst();
  if (row === undefined) throw new ProblemError('not-found', 'There is no such render');
  return toRender(row, await outputsOf(db, [renderId]));
}

/** The renders of a tenant, newest first; of one state when it is given. */
export async function listRenders(
  db: Database,
  tenantId: string,
  { limit, cursor }: PageRequest,
  state: RenderState | undefined,
) {
  const rows = await db
    .selectFrom('renders')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'queued'))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  const outputs = await outputsOf(
    db,
    rows.map((row) => row.id),
  );
  return toPage(
    rows.map((row) => toRender(row, outputs)),
    limit,
  );
}

/** A render's events after the given one, in order. */
export async function eventsAfter(db: Database, renderId: string, seq: number): Promise<RenderEventRow[]> {
  return db
    .selectFrom('render_events')
    .select(['seq', 'type', 'data', 'at'])
    .where('render_id', '=', renderId)
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
}

/** An event as it is stored. */
export type RenderEventRow = Pick<Selectable<Tables['render_events']>, 'seq' | 'type' | 'data' | 'at'>;

/** The events after which none follows. */
export const LAST_EVENTS: ReadonlySet<RenderEvent['type']> = new Set(['succeeded', 'failed']);

/**
 * Where a file of a render is kept.
 *
 * @throws ProblemError not-found; not-ready while the render may still make it
 */
export async function findOutput(db: Database, tenantId: string, renderId: string, name: string) {
  const row = await db
    .selectFrom('render_outputs')
    .innerJoin('renders', 'renders.id', 'render_outputs.render_id')
    .select(['name', 'media_type', 'sha256', 'object_key'])
    .where('renders.tenant_id', '=', tenantId)
    .where('render_id', '=', renderId)
    .where('name', '=', name)
    .executeTakeFirst();
  if (row !== undefined) return row;
  const { state } = await readRender(db, tenantId, renderId);
  if (state === 'queued' || state === 'running') {
    throw new ProblemError('not-ready', `The render is ${state}; follow its events`);
  }
  throw new ProblemError('not-found', 'The render has no such output');
}

function outputsOf(db: Database, renderIds: string[]): Promise<Selectable<Tables['render_outputs']>[]> {
  if (renderIds.length === 0) return Promise.resolve([]);
  return db.selectFrom('render_outputs').selectAll().where('render_id', 'in', renderIds).orderBy('position').execute();
}

function toRender(row: Selectable<Tables['renders']>, outputs: Selectable<Tables['render_outputs']>[]): Render {
  return {
    id: row.id,
    logoId: row.logo_id,
    recipe: row.recipe,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    ...(row.started_at === null ? {} : { startedAt: row.started_at.toISOString() }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at.toISOString() }),
    ...(row.error === null ? {} : { error: row.error }),
    outputs: outputs.filter((output) => output.render_id === row.id).map(toRenderOutput),
  };
}
