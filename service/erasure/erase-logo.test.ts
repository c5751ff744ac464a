import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byOperator } from '@logomorph/core/audit.ts';
import { discardObject } from '@logomorph/core/discarded-objects.ts';
import { outputKey } from '@logomorph/core/object-store/keys.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { sql } from 'kysely';
import { objectsIn, SVG, type TestApp, testApp } from '../testing/app.ts';
import { carryOut, killAtEachPage, settle } from '../testing/erasing.ts';
import { type FullTenant, fillTenant } from '../testing/full-tenant.ts';
import { addOutput } from '../testing/stored-output.ts';
import { eraseLogo } from '../use-cases/erase-logo.ts';
import { eraseNext } from './erasures.ts';

/** Something may still be under way. */
const NOT_SETTLED = { settleSeconds: 600 };

const ask = ({ app }: TestApp, { headers }: Pick<FullTenant, 'headers'>, logoId: string) =>
  app.inject({ method: 'POST', url: '/v1/erasures', headers, payload: { logoId } });

/** All that the database has which names the logo or one of these renders, by table. */
async function namedIn({ db }: TestApp, ids: readonly string[]): Promise<string[]> {
  const tables = (await db.introspection.getTables()).filter(({ schema }) => schema === 'public');
  const found: string[] = [];
  for (const { name } of tables) {
    if (['erasures', 'audit_pending', 'audit_entries'].includes(name)) continue;
    const { rows } = await sql`
      select 1 from ${sql.table(name)} as one where one::text like any(${ids.map((id) => `%${id}%`)}::text[])`.execute(
      db,
    );
    if (rows.length > 0) found.push(name);
  }
  return found;
}

test('an erased logo is gone at once, and soon all that was made of it; the rest of the tenant stays', async (t) => {
  const product = await testApp(t);
  const { app, db } = product;
  const full = await fillTenant(product, 'one');
  const { headers, logoId, renderIds } = full;
  const asked = await ask(product, full, logoId.toUpperCase());
  assert.equal(asked.statusCode, 202, asked.body);
  const erasure = asked.json();
  assert.deepEqual(erasure.subject, { type: 'logo', id: logoId });
  assert.equal(asked.headers.location, erasure.receiptUrl);
  assert.equal((await ask(product, full, logoId)).json().id, erasure.id, 'asking again changes nothing');
  assert.equal((await app.inject({ url: `/v1/logos/${logoId}`, headers })).statusCode, 404);
  const running = await app.inject({ url: `/v1/renders/${renderIds.running}`, headers });
  assert.equal(running.json().state, 'canceled');

  await carryOut(product, NOT_SETTLED);
  for (const id of [renderIds.succeeded, renderIds.running]) {
    assert.equal((await app.inject({ url: `/v1/renders/${id}`, headers })).statusCode, 404);
    assert.ok(!(await objectsIn(product)).some((key) => key.includes(id)), 'its files are not kept for an hour');
  }
  assert.equal((await app.inject({ url: erasure.receiptUrl })).json().state, 'running');
  await settle(product);
  await carryOut(product);
  const { state, receipt } = (await app.inject({ url: erasure.receiptUrl })).json();
  assert.equal(state, 'succeeded');
  assert.equal(receipt.rows.logos, 1);
  assert.equal(receipt.rows.renders, 4);
  assert.deepEqual(receipt.objects.removed, 3);
  assert.equal(receipt.objects.kept, 0);
  assert.deepEqual([receipt.recheck.rows, receipt.recheck.objects], [0, 0]);

  const left = await namedIn(product, [logoId, renderIds.succeeded, renderIds.running]);
  // The events of a batch that stays have ids of its renders.
  assert.deepEqual(
    left.filter((name) => name !== 'render_events'),
    [],
  );
  assert.deepEqual(await db.selectFrom('erasure_objects').selectAll().execute(), []);
  assert.equal((await app.inject({ url: `/v1/renders/${renderIds.queued}`, headers })).json().state, 'queued');
  const batch = (await app.inject({ url: `/v1/renders/${renderIds.batch}`, headers })).json();
  assert.equal(batch.children.total, 1);
});

test('what webhooks tell of renders that were deleted before is erased too', async (t) => {
  const product = await testApp(t);
  const { app, db } = product;
  const full = await fillTenant(product, 'one');
  const { headers, logoId, renderIds } = full;
  const ofRender = () =>
    db.selectFrom('webhook_events').select('id').where('render_id', '=', renderIds.succeeded).execute();
  assert.equal(
    (await app.inject({ method: 'DELETE', url: `/v1/renders/${renderIds.succeeded}`, headers })).statusCode,
    204,
  );
  assert.equal((await ofRender()).length, 1);
  const { receiptUrl } = (await ask(product, full, logoId)).json();
  await carryOut(product);
  assert.deepEqual(await ofRender(), []);
  const { receipt } = (await app.inject({ url: receiptUrl })).json();
  assert.ok(receipt.rows.webhook_events >= 1 && receipt.rows.webhook_deliveries >= 1);
});

test('a batch that has renders of the logo alone goes with it', async (t) => {
  const product = await testApp(t);
  const full = await fillTenant(product, 'one');
  const { headers, logoId } = full;
  const payload = { logoIds: [logoId], recipe: { type: 'palette' } };
  const { id } = (await product.app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  await ask(product, full, logoId);
  await carryOut(product);
  assert.equal((await product.app.inject({ url: `/v1/renders/${id}`, headers })).statusCode, 404);
});

test('a logo of another tenant is answered as one that does not exist, and a weak key is refused', async (t) => {
  const product = await testApp(t);
  const full = await fillTenant(product, 'one');
  assert.equal((await ask(product, product, full.logoId)).statusCode, 404);
  await ask(product, full, full.logoId);
  assert.equal((await ask(product, product, full.logoId)).statusCode, 404);
  const weak = await product.newKey('one', ['read', 'render']);
  assert.equal((await ask(product, weak, full.logoId)).statusCode, 403);
});

test('the same bytes uploaded again are a new logo, which keeps its files and what it shares', async (t) => {
  const product = await testApp(t);
  const { app, db, store } = product;
  const full = await fillTenant(product, 'one');
  const { headers, logoId, tenantId, renderIds } = full;
  const shared = outputKey(tenantId, renderIds.succeeded, 'a/logo.png');
  await ask(product, full, logoId);
  const again = (await app.inject({ method: 'POST', url: '/v1/logos', headers, payload: SVG })).json();
  assert.notEqual(again.id, logoId);
  const payload = { logoId: again.id, recipe: { type: 'kit' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  // Its worker has said where it stores files, and has stored one, which it has not recorded yet.
  await db
    .updateTable('renders')
    .where('id', '=', id)
    .set({ state: 'running', content_key: renderIds.succeeded })
    .execute();
  await store.put(outputKey(tenantId, renderIds.succeeded, 'b.png'), Buffer.from('b'), 'image/png');
  await carryOut(product, NOT_SETTLED);
  assert.ok(
    (await objectsIn(product)).some((key) => key.endsWith('/b.png')),
    'what is being made stays',
  );
  const row = { render_id: id, name: 'a/logo.png', position: 0, media_type: 'image/png', bytes: 3, sha256: 'x' };
  await db
    .insertInto('render_outputs')
    .values({ ...row, width: null, height: null, object_key: shared })
    .execute();
  await db.updateTable('renders').where('id', '=', id).set({ state: 'succeeded', finished_at: new Date() }).execute();
  await settle(product);
  await carryOut(product);
  const file = await app.inject({ url: `/v1/renders/${id}/outputs/a/logo.png`, headers });
  assert.equal(file.body, 'one');
  assert.ok(!(await objectsIn(product)).some((key) => key.endsWith('/b.png')), 'nothing refers to it');
  assert.equal((await app.inject({ url: `/v1/logos/${again.id}`, headers })).statusCode, 200);
  const { receipt } = (await app.inject({ url: '/v1/erasures', headers })).json().items[0];
  assert.equal(receipt.objects.kept, 1);
});

test('a file that a canceled render stores late is removed before the receipt', async (t) => {
  const product = await testApp(t);
  const { db, store } = product;
  const full = await fillTenant(product, 'one');
  const { tenantId, logoId, renderIds } = full;
  await db.updateTable('renders').where('id', '=', renderIds.running).set({ content_key: 'late' }).execute();
  await ask(product, full, logoId);
  await carryOut(product, NOT_SETTLED);
  const key = outputKey(tenantId, 'late', 'late.png');
  await store.put(key, Buffer.from('late'), 'image/png');
  await assert.rejects(
    addOutput({ ...product, tenantId }, renderIds.running, {
      name: 'c.png',
      mediaType: 'image/png',
      bytes: Buffer.from('c'),
    }),
    /violates foreign key/,
  );
  await discardObject(db, key);
  await settle(product);
  await carryOut(product);
  assert.ok(!(await objectsIn(product)).some((name) => name.endsWith('/late.png')));
  const notes = await db.selectFrom('discarded_objects').select('object_key').where('object_key', '=', key).execute();
  assert.deepEqual(notes, []);
});

test('an erasure of a logo that is killed before any of its steps goes on, and counts nothing twice', async (t) => {
  const counted = async ({ db }: TestApp) => {
    const row = await db.selectFrom('erasures').selectAll().executeTakeFirstOrThrow();
    assert.equal(row.state, 'succeeded');
    return { rows: row.erased, objects: row.objects, bytes: row.bytes };
  };
  const begin = async (product: TestApp) => {
    const { tenantId, logoId } = await fillTenant(product, 'one');
    await product.db.transaction().execute((tx) => eraseLogo(tx, byOperator(tenantId), logoId));
    await settle(product);
  };
  const whole = await testApp(t);
  await begin(whole);
  await carryOut(whole);

  const product = await testApp(t);
  await begin(product);
  const kills = await killAtEachPage(product);
  assert.ok(kills >= 3, `${kills} kills`);
  assert.deepEqual(await counted(product), await counted(whole));
});

test('the last look at the objects of a logo is by the clock of the database', async (t) => {
  const product = await testApp(t);
  const full = await fillTenant(product, 'one');
  const { receiptUrl } = (await ask(product, full, full.logoId)).json();
  await carryOut(product, NOT_SETTLED);
  await settle(product);
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() - 3_600_000 });
  const { db, queue, store, receipts: signer } = product;
  await eraseNext({ db, queue, store, signer, settleSeconds: 0, logger: silent }, 2);
  t.mock.timers.reset();
  assert.equal((await product.app.inject({ url: receiptUrl })).json().state, 'succeeded');
});
