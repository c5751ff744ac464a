import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sha256 } from '@logomorph/core/sha256.ts';
import { untilWaiting } from '@logomorph/core/testing/until-waiting.ts';
import { sql } from 'kysely';
import { newLogo, SVG, testApp } from '../testing/app.ts';
import { forgetOldUploads } from './logo-uploads.ts';
import { lockLogo } from './logos.ts';
import { lockTenant } from './tenants.ts';

test('who announces a logo that is here waits for it before the tenant, as all do who need both', async (t) => {
  const product = await testApp(t);
  const { app, db, tenantId, headers } = product;
  const logoId = await newLogo(product);
  const holding = await db.startTransaction().execute();
  await lockTenant(holding, tenantId);
  const payload = { bytes: SVG.length, sha256: sha256(SVG) };
  const answer = app.inject({ method: 'POST', url: '/v1/logos/uploads', headers, payload });
  await untilWaiting(db, 1);
  const other = db.transaction().execute(async (tx) => {
    await lockLogo(tx, tenantId, logoId);
    await lockTenant(tx, tenantId);
  });
  await untilWaiting(db, 2);
  await holding.rollback().execute();
  await other;
  assert.equal((await answer).statusCode, 201, (await answer).body);
  assert.equal((await answer).json().logo.id, logoId);
});

test('uploads are forgotten a day after they have expired, and never very many in one statement', async (t) => {
  const { db, tenantId } = await testApp(t);
  await sql`
    insert into logo_uploads (id, tenant_id, bytes, sha256, expires_at)
    select gen_random_uuid(), ${tenantId}, n, 'x', now() - make_interval(hours => case n when 0 then 23 else 25 end)
    from generate_series(0, 2500) as n`.execute(db);
  await sql`
    create function refuse_many() returns trigger language plpgsql as $$
    begin
      if (select count(*) from gone) > 1000 then raise exception 'too many at once'; end if;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger few after delete on logo_uploads referencing old table as gone
    for each statement execute function refuse_many()`.execute(db);
  await forgetOldUploads(db);
  assert.deepEqual(await db.selectFrom('logo_uploads').select('bytes').execute(), [{ bytes: 0 }]);
});
