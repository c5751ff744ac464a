import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { testApp } from '../testing/app.ts';
import { newEndpoint } from '../testing/webhook-receiver.ts';
import { claimDue } from './claim.ts';
import { endDeliveries, endForgotten } from './disable.ts';

/** A product with an endpoint to which so much is on its way. */
async function behind(t: TestContext, count: number) {
  const { app, db, headers, tenantId } = await testApp(t);
  const { id } = await newEndpoint({ app, headers }, 'https://a.example/');
  const add = () =>
    sql`
    with event as (
      insert into webhook_events (tenant_id, type, data, fanned_out_at)
      select ${tenantId}, 'render.succeeded', '{}', now() from generate_series(1, ${count}::int) returning id
    )
    insert into webhook_deliveries (id, endpoint_id, event_id, sequence)
    select gen_random_uuid(), ${id}, id, 1 from event`.execute(db);
  await add();
  const patch = async (payload: object) => {
    const answer = await app.inject({ method: 'PATCH', url: `/v1/webhooks/${id}`, headers, payload });
    assert.equal(answer.statusCode, 200, answer.body);
  };
  const states = async () => {
    const rows = await db.selectFrom('webhook_deliveries').select('state').execute();
    return Object.fromEntries(
      ['pending', 'failed'].map((one) => [one, rows.filter((row) => row.state === one).length]),
    );
  };
  return { db, id, add, patch, states };
}

test('what is on the way to an endpoint that is disabled ends, by no more than a page at once', async (t) => {
  const { db, patch, states } = await behind(t, 3000);
  await sql`
    create function too_much() returns trigger language plpgsql as $$
    begin
      if (select count(*) from changed) > 1000 then raise 'too much at once'; end if;
      return null;
    end $$`.execute(db);
  await sql`create trigger too_much after update on webhook_deliveries referencing new table as changed
    for each statement execute function too_much()`.execute(db);
  await patch({ enabled: false });
  assert.deepEqual(await states(), { pending: 0, failed: 3000 });
});

test('when whoever disables an endpoint is killed, nothing more is sent to it, and the rest ends later', async (t) => {
  const { db, add, patch, states } = await behind(t, 3);
  const disable = () => db.updateTable('webhook_endpoints').set({ enabled: false }).execute();
  await disable();
  assert.deepEqual(await claimDue(db, 32, []), []);
  await endForgotten(db);
  assert.deepEqual(await states(), { pending: 0, failed: 3 });
  await add();
  await patch({ enabled: true });
  assert.deepEqual(await states(), { pending: 0, failed: 6 }, 'nor is it sent when the endpoint is enabled again');
});

test('what has come since an endpoint was enabled again does not end', async (t) => {
  const { db, id, states } = await behind(t, 3);
  await endDeliveries(db, id);
  assert.deepEqual(await states(), { pending: 3, failed: 0 });
});
