import type { TestContext } from 'node:test';
import { NO_QUOTAS } from '@logomorph/contract/quota.ts';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import type { Priority } from '@logomorph/contract/render.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { consumeJobs } from '@logomorph/core/queue/connect.ts';
import type { QueuedRender } from '@logomorph/core/queue/job-queue.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { defer } from '@logomorph/core/testing/defer.ts';
import { v7 as uuid } from 'uuid';
import { SPARE } from '../relay.ts';
import { renderCreator } from '../use-cases/new-render.ts';
import { storeLogo } from '../use-cases/store-logo.ts';
import { ensureTenant } from '../use-cases/tenants.ts';
import { SVG, type TestApp } from './app.ts';

/** A render of a tenant, as the API creates it; gives its id. */
export async function newRender(
  product: TestApp,
  tenantId = product.tenantId,
  priority: Priority = 'normal',
): Promise<string> {
  const author = byOperator(tenantId);
  const { logo } = await storeLogo(product, author, SVG);
  const render = await renderCreator(product)(author, { logoId: logo.id, recipe: completeRecipe('kit'), priority });
  return render.id;
}

/** A batch; gives the ids of its renders in the order in which they were asked for. */
export async function newBatch(db: Database, tenantId: string, renders: number): Promise<string[]> {
  const logos = Array.from({ length: renders }, () => {
    const id = uuid();
    return { id, tenant_id: tenantId, sha256: id, format: 'svg' as const, bytes: 1 };
  });
  await db.insertInto('logos').values(logos).execute();
  const request = { logoIds: logos.map(({ id }) => id), recipe: completeRecipe('kit') };
  const { id } = await renderCreator({ db, config: { quotas: NO_QUOTAS }, logger: silent })(
    byOperator(tenantId),
    request,
  );
  const rows = await db.selectFrom('renders').select('id').where('parent_id', '=', id).orderBy('id').execute();
  return rows.map((row) => row.id);
}

/** A tenant of that weight; gives its id. */
export async function newTenant(db: Database, name: string, weight = 1): Promise<string> {
  const id = await ensureTenant(db, name);
  await db.updateTable('tenants').set({ weight }).where('id', '=', id).execute();
  return id;
}

/** A queue that has always as many free places as said, and what has come into it. */
export function queueWithRoom(places: number) {
  const came: string[] = [];
  return {
    came,
    counts: async () => ({ waiting: SPARE, active: places, delayed: 0 }),
    add: async (renders: readonly QueuedRender[]) => {
      came.push(...renders.map(({ id }) => id));
    },
  };
}

/** How many of the renders are whose. */
export async function shares(db: Database, ids: readonly string[]): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('renders')
    .innerJoin('tenants', 'tenants.id', 'tenant_id')
    .select((eb) => ['name', eb.fn.countAll<string>().as('count')])
    .where('renders.id', 'in', ids)
    .groupBy('name')
    .execute();
  return Object.fromEntries(rows.map(({ name, count }) => [name, Number(count)]));
}

/** A worker that does as said with each job, until the test ends. */
export function consume(t: TestContext, { url }: TestApp, handle: (renderId: string) => Promise<void>): void {
  const consumer = consumeJobs({ redisUrl: undefined, databaseUrl: url }, ({ renderId }) => handle(renderId), silent);
  defer(t, () => consumer.close());
}
