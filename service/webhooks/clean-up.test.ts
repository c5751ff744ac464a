import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testApp } from '../testing/app.ts';
import { finishedRender, newEndpoint } from '../testing/webhook-receiver.ts';
import { removeOldEvents } from './clean-up.ts';
import { fanOut } from './fan-out.ts';

test('events of more than 30 days go with their deliveries, except for what is on its way', async (t) => {
  const product = await testApp(t);
  const { db } = product;
  await newEndpoint(product, 'http://127.0.0.1:1/');
  const [old, young, waiting] = [
    await finishedRender(product),
    await finishedRender(product),
    await finishedRender(product),
  ];
  await fanOut(db);
  const age = (render: string, days: number, state: 'pending' | 'succeeded') =>
    sql`with event as (
      update webhook_events set created_at = now() - make_interval(days => ${days}) where render_id = ${render} returning id
    ) update webhook_deliveries set state = ${state}, due_at = case when ${state} = 'pending' then now() end
    where event_id in (select id from event)`.execute(db);
  await age(old, 31, 'succeeded');
  await age(young, 29, 'succeeded');
  await age(waiting, 31, 'pending');
  await removeOldEvents(db);
  const left = await db.selectFrom('webhook_events').select('render_id').orderBy('created_at', 'desc').execute();
  assert.deepEqual(
    left.map(({ render_id }) => render_id),
    [young, waiting],
  );
  assert.equal((await db.selectFrom('webhook_deliveries').selectAll().execute()).length, 2);
});
