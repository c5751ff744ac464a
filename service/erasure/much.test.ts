import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { rowsRead } from '@logomorph/core/testing/rows-read.ts';
import { sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { newLogo, testApp } from '../testing/app.ts';
import { manyRenders } from '../testing/many-renders.ts';
import { nextPrefix } from './logo-objects.ts';
import { nextRenders, removeLogoRenderPage } from './logo-renders.ts';
import { takeErasure } from './take.ts';
import { OTHER_TABLES, removePage } from './tenant-tables.ts';

/** A product with an erasure of a logo that is under way. */
async function erasing(t: TestContext) {
  const { db, tenantId } = await testApp(t);
  const logoId = uuid();
  await db
    .insertInto('erasures')
    .values({ id: uuid(), tenant_id: tenantId, subject_type: 'logo', subject_id: logoId })
    .execute();
  const erasure = await takeErasure(db, 600);
  assert.ok(erasure);
  return { db, tenantId, logoId, erasure };
}

test('a page of the renders of a logo is found without reading others', async (t) => {
  const { db, tenantId, logoId, erasure } = await erasing(t);
  await manyRenders(db, { tenantId, logoId, state: 'succeeded', count: 2000 });
  await manyRenders(db, { tenantId, logoId: uuid(), state: 'succeeded', count: 2000 });
  await sql`update renders set logo_id = gen_random_uuid() where logo_id <> ${logoId}`.execute(db);
  await sql`analyze renders`.execute(db);
  let found: number | undefined;
  const read = await rowsRead(db, 'renders', async (tx) => {
    found = (await sql`select id from ${nextRenders(erasure)} as next`.execute(tx)).rows.length;
  });
  assert.equal(found, 100);
  assert.ok(read <= 100, `${read} rows`);
});

test('answers for repeated requests are looked through at the end, and not for each page of renders', async (t) => {
  const { db, tenantId, logoId, erasure } = await erasing(t);
  await manyRenders(db, { tenantId, logoId, state: 'succeeded', count: 100 });
  await sql`
    insert into idempotency_keys (tenant_id, key, fingerprint, claim, status, body)
    select ${tenantId}, n, '', gen_random_uuid(), 202, ${`{"logoId":"${logoId}"}`} from generate_series(1, 3) n`.execute(
    db,
  );
  const page = () => db.transaction().execute((tx) => removeLogoRenderPage(tx, erasure));
  assert.equal(await rowsRead(db, 'idempotency_keys', (tx) => removeLogoRenderPage(tx, erasure)), 0);
  assert.equal((await page()).rows.renders, 100);
  assert.equal((await page()).rows.idempotency_keys, 3);
});

test('the next of many places of files is found without passing over those that were looked at', async (t) => {
  const { db, erasure } = await erasing(t);
  await sql`
    insert into erasure_objects (erasure_id, object_key, looked_at)
    select ${erasure.id}, n, case when n < 3000 then now() end from generate_series(1, 3000) n`.execute(db);
  await sql`analyze erasure_objects`.execute(db);
  let next: string | undefined;
  const read = await rowsRead(db, 'erasure_objects', async (tx) => {
    next = await nextPrefix(tx, erasure);
  });
  assert.equal(next, '3000');
  assert.ok(read < 10, `${read} rows`);
});

test('what is stored of a tenant is found without reading what is stored of others', async (t) => {
  const { db, tenantId } = await testApp(t);
  await sql`
    insert into stored_objects (object_key, tenant_id, bytes, refs)
    select id || '/outputs/x', id, 1, 1 from (select gen_random_uuid() as id from generate_series(1, 3000)) as others`.execute(
    db,
  );
  await sql`analyze stored_objects`.execute(db);
  const read = await rowsRead(db, 'stored_objects', async (tx) => {
    while (Object.keys(await removePage(tx, OTHER_TABLES, tenantId)).length > 0);
  });
  assert.ok(read < 10, `${read} rows`);
});

test('what is being made of a logo that is to be erased is canceled by short transactions, however much it is', async (t) => {
  const product = await testApp(t);
  const { app, db, headers, tenantId } = product;
  const logoId = await newLogo(product);
  await manyRenders(db, { tenantId, logoId, state: 'queued', count: 700 });
  const answer = await app.inject({ method: 'POST', url: '/v1/erasures', headers, payload: { logoId } });
  assert.equal(answer.statusCode, 202, answer.body);
  // The transaction that wrote a row last is told by it.
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::int as count from renders group by state, xmin::text order by count`.execute(db);
  assert.deepEqual(rows, [
    { state: 'canceled', count: 200 },
    { state: 'canceled', count: 500 },
  ]);
});
