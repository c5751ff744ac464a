import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { finishRender, type RenderEnd } from '@logomorph/core/finish-render.ts';
import { sql } from 'kysely';
import { newLogo, OTHER_SVG, type TestApp, testApp } from '../testing/app.ts';
import { newBatch } from '../testing/released.ts';
import { addUpChanges, forgetOldCounters, readCounters } from './counters.ts';

/** What a look at all rows says. */
async function countAll(db: Database, tenantId: string) {
  const { rows } = await sql`
    select
      (select coalesce(sum(bytes), 0)::float8 from logos where tenant_id = ${tenantId}) as "logoBytes",
      (select coalesce(sum(bytes), 0)::float8 from (
        select distinct on (object_key) bytes from render_outputs join renders on id = render_id
        where tenant_id = ${tenantId}) as objects) as "outputBytes",
      (select count(*)::float8 from renders
        where tenant_id = ${tenantId} and logo_id is not null and state in ('queued', 'running')) as "unfinishedRenders"
    `.execute(db);
  return rows[0];
}

async function check({ db, tenantId }: TestApp, what: string): Promise<void> {
  const { rendersAsked, ...counted } = await readCounters(db, tenantId);
  assert.deepEqual(counted, await countAll(db, tenantId), what);
}

const SUCCEEDED: RenderEnd = { type: 'succeeded', data: { outputs: 0 } };
const FAILED: RenderEnd = { type: 'failed', data: problem('empty-logo', 'It shows nothing') };

/** Records a file as a worker does. */
const record = (db: Database, renderId: string, key: string, name = key) => {
  const row = {
    name,
    object_key: key,
    position: 0,
    media_type: 'x',
    bytes: 1000,
    sha256: 'x',
    width: null,
    height: null,
  };
  return db
    .insertInto('render_outputs')
    .values({ ...row, render_id: renderId })
    .onConflict((conflict) => conflict.columns(['render_id', 'name']).doUpdateSet({ object_key: key }))
    .execute();
};

const finish = (db: Database, renderId: string, end: RenderEnd = SUCCEEDED) =>
  db.transaction().execute((tx) => finishRender(tx, renderId, end));

test('counters say what all rows together say, whatever adds them and removes them', async (t) => {
  const product = await testApp(t);
  const { app, db, tenantId, headers } = product;
  const request = (method: 'POST' | 'DELETE', path: string) => app.inject({ method, url: `/v1/${path}`, headers });
  const [logoId, otherId] = [await newLogo(product), await newLogo(product, OTHER_SVG)];
  const [one = '', two = '', three = '', four = ''] = await newBatch(db, tenantId, 6);
  await check(product, 'added');

  await Promise.all([one, two, three].map((id) => record(db, id, 'shared')));
  await record(db, one, 'a');
  await record(db, one, 'b', 'a');
  await record(db, one, 'b', 'a');
  await record(db, two, 'two');
  await check(product, 'files, of which some share an object and one was made anew');
  await Promise.all([finish(db, one), finish(db, two, FAILED), addUpChanges(db), finish(db, three), addUpChanges(db)]);
  await check(product, 'finished, while changes are added up');
  await request('POST', `renders/${four}/cancel`);
  await request('POST', `renders/${two}/retry`);
  await check(product, 'canceled, and tried again');

  await db.deleteFrom('renders').where('id', 'in', [one, two]).execute();
  await addUpChanges(db);
  await check(product, 'rows that are deleted by hand');
  assert.equal((await readCounters(db, tenantId)).outputBytes, 1000, 'the shared object is still referred to');
  await request('DELETE', `logos/${otherId}`);
  await db.updateTable('renders').set({ state: 'failed' }).execute();
  const { parent_id } = await db
    .selectFrom('renders')
    .select('parent_id')
    .where('id', '=', three)
    .executeTakeFirstOrThrow();
  assert.equal((await request('DELETE', `renders/${parent_id}`)).statusCode, 204);
  await db.deleteFrom('logos').where('id', '!=', logoId).execute();
  await check(product, 'deleted');
  await db.deleteFrom('logos').execute();
  await addUpChanges(db);
  const { rendersAsked, ...rest } = await readCounters(db, tenantId);
  assert.deepEqual(rest, { logoBytes: 0, outputBytes: 0, unfinishedRenders: 0 });
  assert.equal(rendersAsked, 7);
});

test('changes are added up in pages, by several at once, and nothing is kept of a tenant that is gone', async (t) => {
  const { db, tenantId } = await testApp(t);
  await sql`
    insert into counter_changes (tenant_id, name, change)
    select ${tenantId}::uuid, 'logoBytes', 1 from generate_series(1, 12000)`.execute(db);
  await sql`insert into counter_changes (tenant_id, name, change) values (gen_random_uuid(), 'logoBytes', 1)`.execute(
    db,
  );
  await Promise.all([addUpChanges(db), addUpChanges(db), addUpChanges(db)]);
  assert.equal((await readCounters(db, tenantId)).logoBytes, 12_000);
  const { rows } =
    await sql`select (select count(*) from counter_changes), (select count(*) as counters from counters)`.execute(db);
  assert.deepEqual(rows, [{ count: '0', counters: '1' }]);
});

test('the counter of another day is not of today, and is forgotten after a week', async (t) => {
  const { db, tenantId } = await testApp(t);
  await sql`
    insert into counters (tenant_id, name, day, value)
    select ${tenantId}::uuid, 'rendersAsked', (now() at time zone 'utc')::date - days, 3 from unnest(array[1, 7, 8]) days
    `.execute(db);
  assert.equal((await readCounters(db, tenantId)).rendersAsked, 0);
  await forgetOldCounters(db);
  const { rows } = await sql`select count(*)::int from counters`.execute(db);
  assert.deepEqual(rows, [{ count: 2 }]);
});
