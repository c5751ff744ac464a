import { ProblemError } from '@logomorph/contract/problem.ts';
import { withNewDefaults } from '@logomorph/contract/recipe/recipe.ts';
import { FINISHED_STATES, type Render } from '@logomorph/contract/render.ts';
import type { RenderEvent } from '@logomorph/contract/render-event.ts';
import type { PointReads } from '@logomorph/core/database/point-reads.ts';
import type { Database, Tables } from '@logomorph/core/database/schema.ts';
import { toRenderOutput } from '@logomorph/core/render-output.ts';
import { type Selectable, sql } from 'kysely';
import { jsonArrayFrom } from 'kysely/helpers/postgres';
import { together } from '../together.ts';

/** @throws ProblemError not-found */
export async function readRender(db: Database, tenantId: string, renderId: string): Promise<Render> {
  const row = await rendersOf(db, tenantId).where('id', '=', renderId).executeTakeFirst();
  if (row === undefined) throw noSuchRender();
  return show(db, row);
}

export function noSuchRender(): ProblemError {
  return new ProblemError('not-found', 'There is no such render');
}

async function show(db: Database, row: RenderRow): Promise<Render> {
  return row.logo_id === null ? toRender(row, (await countChildren(db, [row.id])).get(row.id)) : toRender(row);
}

/** What clients are shown of a render. By name: of a plan that the database keeps the columns must stay the same. */
const SHOWN = [
  'id',
  'logo_id',
  'to_logo_id',
  'parent_id',
  'recipe',
  'transform',
  'priority',
  'metadata',
  'state',
  'created_at',
  'started_at',
  'finished_at',
  'error',
  'warnings',
] as const satisfies (keyof Tables['renders'])[];

/** The renders of a tenant, each with its outputs. */
export function rendersOf(db: Database, tenantId: string) {
  return shownRenders(db).where('tenant_id', '=', tenantId);
}

function shownRenders(db: Database) {
  return db
    .selectFrom('renders')
    .select(SHOWN)
    .select(({ selectFrom }) =>
      jsonArrayFrom(
        selectFrom('render_outputs')
          .select(['render_id', 'name', 'media_type', 'bytes', 'sha256', 'width', 'height'])
          .whereRef('render_id', '=', 'renders.id')
          .orderBy('position'),
      ).as('outputs'),
    );
}

/** The most renders that are read by one statement. */
const READ_TOGETHER = 50;

/**
 * Reads renders as `readRender` does. Those who ask together share a statement, which is made but once.
 *
 * @throws ProblemError not-found
 */
export function renderReader(db: Database, reads: Pick<PointReads, 'rows'>) {
  const none: string[] = [];
  const asked = sql<{ of_tenant: string; render: string; place: string }>`
    unnest(${none}::uuid[], ${none}::uuid[]) with ordinality`.as<'asked'>(sql`asked (of_tenant, render, place)`);
  const query = shownRenders(db)
    .innerJoin(asked, (join) => join.onRef('id', '=', 'render').onRef('tenant_id', '=', 'of_tenant'))
    .select('place')
    .compile();
  const find = together(async (those: readonly { tenantId: string; renderId: string }[]) => {
    const values = [those.map(({ tenantId }) => tenantId), those.map(({ renderId }) => renderId)];
    const rows = new Map((await reads.rows('read-renders', query, values)).map((row) => [Number(row.place), row]));
    return those.map((_, index) => ({ row: rows.get(index + 1) }));
  }, READ_TOGETHER);
  return async (tenantId: string, renderId: string): Promise<Render> => {
    const { row } = await find({ tenantId, renderId });
    if (row === undefined) throw noSuchRender();
    return show(db, row);
  };
}

/** Reads a render's events after the given one, in order; undefined when there is no such render any more. */
export type ReadEvents = (renderId: string, after: number) => Promise<RenderEventRow[] | undefined>;

/** Reads events by a statement that is made but once. */
export function eventReader(db: Database, reads: Pick<PointReads, 'rows'>): ReadEvents {
  const query = db
    .selectFrom('renders')
    .leftJoin('render_events', (join) => join.onRef('render_id', '=', 'renders.id').on('seq', '>', 0))
    .select(['seq', 'type', 'data', 'at'])
    .where('renders.id', '=', '')
    .orderBy('seq')
    .compile();
  return async (renderId, after) => {
    const rows = await reads.rows('read-events', query, [after, renderId]);
    return rows.length === 0 ? undefined : rows.filter(isEvent);
  };
}

/** Where none follows, there is a row without one. */
function isEvent(row: { [Column in keyof RenderEventRow]: RenderEventRow[Column] | null }): row is RenderEventRow {
  return row.seq !== null;
}

/** The number of a render's last event. */
export async function lastSeq(db: Database, renderId: string): Promise<number> {
  const { seq } = await db
    .selectFrom('render_events')
    .select(({ fn }) => fn.max('seq').as('seq'))
    .where('render_id', '=', renderId)
    .executeTakeFirstOrThrow();
  return seq;
}

/** An event as it is stored. */
export type RenderEventRow = Pick<Selectable<Tables['render_events']>, 'seq' | 'type' | 'data' | 'at'>;

/** The events after which none follows, unless the render is tried again. */
export const LAST_EVENTS: ReadonlySet<RenderEvent['type']> = new Set(FINISHED_STATES);

/** Renders as clients see them. */
export async function toRenders(db: Database, rows: RenderRow[]): Promise<Render[]> {
  const children = await countChildren(
    db,
    rows.filter((row) => row.logo_id === null).map(({ id }) => id),
  );
  return rows.map((row) => toRender(row, children.get(row.id)));
}

async function countChildren(db: Database, batchIds: string[]): Promise<Map<string | null, Render['children']>> {
  if (batchIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('renders')
    .select('parent_id')
    .select(({ fn }) => [
      fn.countAll<string>().as('total'),
      fn.countAll<string>().filterWhere('state', '=', 'succeeded').as('succeeded'),
      fn.countAll<string>().filterWhere('state', '=', 'failed').as('failed'),
      fn.countAll<string>().filterWhere('state', '=', 'canceled').as('canceled'),
    ])
    .where('parent_id', 'in', batchIds)
    .groupBy('parent_id')
    .execute();
  return new Map(
    rows.map(({ parent_id, total, succeeded, failed, canceled }) => [
      parent_id,
      { total: Number(total), succeeded: Number(succeeded), failed: Number(failed), canceled: Number(canceled) },
    ]),
  );
}

type RenderRow = Pick<Selectable<Tables['renders']>, (typeof SHOWN)[number]> & {
  outputs: Parameters<typeof toRenderOutput>[0][];
};

/** A render as clients see it, with its outputs; `children` are counted for a batch alone. */
function toRender(row: RenderRow, children?: Render['children']): Render {
  return {
    id: row.id,
    ...(row.logo_id === null ? {} : { logoId: row.logo_id }),
    ...(row.to_logo_id === null ? {} : { toLogoId: row.to_logo_id }),
    ...(row.parent_id === null ? {} : { parentId: row.parent_id }),
    // One of before a field was there is shown as it was meant.
    recipe: withNewDefaults(row.recipe),
    ...(row.transform === null ? {} : { transform: true }),
    priority: row.priority,
    metadata: row.metadata,
    state: row.state,
    createdAt: row.created_at.toISOString(),
    ...(row.started_at === null ? {} : { startedAt: row.started_at.toISOString() }),
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at.toISOString() }),
    ...(row.error === null ? {} : { error: row.error }),
    warnings: row.warnings ?? [],
    outputs: row.outputs.map(toRenderOutput),
    ...(children === undefined ? {} : { children }),
  };
}
