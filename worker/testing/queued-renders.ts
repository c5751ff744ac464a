import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { RecipeType } from '@logomorph/contract/recipe/recipe.ts';
import type { StoredOutput } from '@logomorph/core/stored-outputs.ts';
import { testDatabase } from '@logomorph/core/testing/database.ts';
import { claimRender } from '../claim-render.ts';

/** What a worker made of a render: how many files, and those that are still to be recorded. */
export const made = (count: number, ...unrecorded: StoredOutput[]) => ({ count, unrecorded });

/** A database with a tenant, and what puts logos, renders and batches that wait into it, claims them and looks at them. */
export async function queuedRenders(t: TestContext) {
  const { db } = await testDatabase(t);
  const tenantId = crypto.randomUUID();
  await db.insertInto('tenants').values({ id: tenantId, name: 'default' }).execute();
  const newLogo = async () => {
    const id = crypto.randomUUID();
    await db
      .insertInto('logos')
      .values({ id, tenant_id: tenantId, sha256: `of ${id}`, format: 'svg', bytes: 1 })
      .execute();
    return id;
  };
  const newRender = async (logoId: string | null, more: { to_logo_id?: string; parent_id?: string } = {}) => {
    const id = crypto.randomUUID();
    const type: RecipeType = more.to_logo_id === undefined ? 'kit' : 'morph';
    // As a version stored it that knew of this one field alone.
    const recipe = JSON.stringify({ type, version: 1 });
    await db
      .insertInto('renders')
      .values({ id, tenant_id: tenantId, logo_id: logoId, recipe, state: 'queued', ...more })
      .execute();
    return id;
  };
  const newBatch = async (size: number) => {
    const [batchId, logoId] = [await newRender(null), await newLogo()];
    const children = await Promise.all(Array.from({ length: size }, () => newRender(logoId, { parent_id: batchId })));
    return { batchId, children };
  };
  const look = async (id: string) => ({
    render: await db.selectFrom('renders').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
    events: await db
      .selectFrom('render_events')
      .select(['seq', 'type', 'subject'])
      .where('render_id', '=', id)
      .orderBy('seq')
      .execute(),
  });
  const claim = async (id: string) => (await claimRender(db, id, 1)) ?? assert.fail(`${id} cannot be claimed`);
  return { db, tenantId, newLogo, newRender, newBatch, look, claim };
}
