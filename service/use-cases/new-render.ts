import type { Problem } from '@logomorph/contract/problem-document.ts';
import type { NewRender, Render } from '@logomorph/contract/render.ts';
import { type Author, toAuditRow } from '@logomorph/core/audit.ts';
import type { DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import { toColumn } from '@logomorph/core/trace-context.ts';
import type { Insertable, Selectable } from 'kysely';
import { v7 as uuid } from 'uuid';
import { invalidRequest } from '../validation.ts';
import { holdLogos } from './logos.ts';
import { refusalOfMissing } from './named-logos.ts';
import { type QuotaDeps, takeRenders } from './quotas.ts';
import { toRender } from './renders.ts';

/** Writes with a new render, in its transaction. */
export type WithRender = (tx: DatabaseTransaction, render: Render) => Promise<void>;

/**
 * Creates a render of a logo, or a batch and its renders of many: rows, first events and places in the outbox, in one
 * transaction. The batch itself gets no place, for there is nothing to make but its renders.
 *
 * @throws ProblemError invalid-request when the logos are not those that the recipe takes; not-found when one of them
 * is not the tenant's; logo-infected when one of them was; quota-exceeded, storage-full
 */
export async function createRender(
  { db, config }: QuotaDeps,
  author: Author,
  request: NewRender,
  withRender: WithRender = async () => {},
): Promise<Render> {
  const { tenantId, origin } = author;
  checkSources(request);
  const { logoId = null, logoIds = [], toLogoId = null, recipe, priority = 'normal' } = request;
  const asked = {
    tenant_id: tenantId,
    to_logo_id: toLogoId,
    recipe: JSON.stringify(recipe),
    priority,
    state: 'queued' as const,
    origin: toColumn(origin),
  };
  const root = { ...asked, id: uuid(), logo_id: logoId, parent_id: null };
  const distinct = new Set(logoIds.map((id) => id.toLowerCase()));
  const children = [...distinct].map((id) => ({ ...asked, id: uuid(), logo_id: id, parent_id: root.id }));
  const jobs = logoId === null ? children : [root];
  const record = toAuditRow(author, {
    action: 'render.created',
    target: { type: 'render', id: root.id },
    details: { type: recipe.type, renders: jobs.length },
  });
  return db.transaction().execute(async (tx) => {
    await checkLogos(tx, tenantId, request);
    const inserted = await insertRenders(tx, root, children, jobs, record);
    const counts = { total: children.length, succeeded: 0, failed: 0, canceled: 0 };
    const render = toRender(inserted, [], logoId === null ? counts : undefined);
    await takeRenders(tx, tenantId, config.quotas, jobs.length);
    await withRender(tx, render);
    return render;
  });
}

/** All rows in one statement, as each is a way to the database and back. Gives that of `root`. */
async function insertRenders(
  tx: DatabaseTransaction,
  root: NewRow,
  children: readonly NewRow[],
  jobs: readonly NewRow[],
  record: Insertable<Tables['audit_pending']>,
): Promise<Selectable<Tables['renders']>> {
  const rows = [root, ...children];
  // Nobody can be waiting for the first event of a render whose id is not told yet.
  const first = rows.map(({ id }) => ({ render_id: id, seq: 1, type: 'queued' as const, data: '{}' }));
  const places = jobs.map(({ id }) => ({ render_id: id }));
  return tx
    .with('inserted', (qb) => qb.insertInto('renders').values(rows).returningAll())
    .with('first_events', (qb) => qb.insertInto('render_events').values(first))
    .with('places', (qb) => qb.insertInto('outbox').values(places))
    .with('recorded', (qb) => qb.insertInto('audit_pending').values(record))
    .selectFrom('inserted')
    .selectAll()
    .where('id', '=', root.id)
    .executeTakeFirstOrThrow();
}

type NewRow = Insertable<Tables['renders']> & { id: string };

/** The rules between fields, which a schema tells badly. */
function checkSources({ logoId, logoIds, toLogoId, recipe: { type } }: NewRender): void {
  const errors: NonNullable<Problem['errors']> = [];
  if (logoId === undefined && logoIds === undefined) {
    errors.push({ pointer: '/logoId', detail: 'is required, or logoIds in its place' });
  }
  if (logoId !== undefined && logoIds !== undefined) {
    errors.push({ pointer: '/logoIds', detail: 'must not be given together with logoId' });
  }
  if (type === 'morph' && toLogoId === undefined) {
    errors.push({ pointer: '/toLogoId', detail: 'is required for a morph: the logo that it ends in' });
  }
  if (type !== 'morph' && toLogoId !== undefined) {
    errors.push({ pointer: '/toLogoId', detail: `is for a morph alone, not for a ${type}` });
  }
  if (errors.length > 0) throw invalidRequest('body', errors);
}

async function checkLogos(tx: DatabaseTransaction, tenantId: string, { logoId, logoIds = [], toLogoId }: NewRender) {
  const asked = [
    { pointer: '/logoId', id: logoId },
    ...logoIds.map((id, index) => ({ pointer: `/logoIds/${index}`, id })),
    { pointer: '/toLogoId', id: toLogoId },
  ].flatMap(({ pointer, id }) => (id === undefined ? [] : [{ pointer, id: id.toLowerCase() }]));
  const found = await holdLogos(
    tx,
    tenantId,
    asked.map(({ id }) => id),
  );
  const missing = asked.filter(({ id }) => !found.has(id));
  if (missing.length > 0) throw await refusalOfMissing(tx, tenantId, missing);
}
