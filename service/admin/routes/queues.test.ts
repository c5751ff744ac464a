import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Database } from '@logomorph/core/database/schema.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { rowsRead } from '@logomorph/core/testing/rows-read.ts';
import { sql } from 'kysely';
import { relayOutbox, SPARE } from '../../relay.ts';
import { testAdminApp } from '../../testing/admin-app.ts';
import { newLogo, testApp } from '../../testing/app.ts';
import { readQueues } from '../use-cases/queues.ts';

test('it is told how much waits where, and for how long', async (t) => {
  const api = await testApp(t);
  const { app, headers } = await testAdminApp(t, api);
  const read = async () => (await app.inject({ url: '/admin/queues', headers })).json();
  const none = { count: 0 };
  assert.deepEqual(await read(), {
    renders: { outbox: none, suspended: none, held: none, queued: none, running: none },
    jobs: { waiting: 0, active: 0, delayed: 0 },
    webhooks: { events: none, due: none, later: none },
    erasures: none,
  });

  const logoId = await newLogo(api);
  for (let count = 0; count < SPARE + 3; count += 1) {
    const payload = { logoId, recipe: { type: 'palette' } };
    const answer = await api.app.inject({ method: 'POST', url: '/v1/renders', headers: api.headers, payload });
    assert.equal(answer.statusCode, 202, answer.body);
  }
  await relayOutbox(api.db, api.queue);
  await sql`update renders set created_at = now() - interval '100 seconds'
    where id = (select id from renders where enqueued_at is null order by id limit 1)`.execute(api.db);
  await sql`update renders set state = 'running', started_at = now() - interval '50 seconds'
    where id = (select id from renders where enqueued_at is not null order by id limit 1)`.execute(api.db);
  await sql`insert into webhook_events (tenant_id, type, data, created_at)
    values (${api.tenantId}, 'webhook.disabled', '{}', now() - interval '20 seconds')`.execute(api.db);
  const { renders, jobs, webhooks } = await read();
  assert.deepEqual([renders.suspended, renders.held], [none, none]);
  assert.equal(renders.outbox.count, 3);
  assert.ok(renders.outbox.oldestSeconds >= 100 && renders.outbox.oldestSeconds < 130, renders.outbox.oldestSeconds);
  assert.equal(renders.queued.count, SPARE - 1);
  assert.ok(renders.queued.oldestSeconds < 30);
  assert.equal(renders.running.count, 1);
  assert.ok(renders.running.oldestSeconds >= 50 && renders.running.oldestSeconds < 80);
  assert.deepEqual(jobs, { waiting: SPARE, active: 0, delayed: 0 });
  assert.equal(webhooks.events.count, 1);
  assert.ok(webhooks.events.oldestSeconds >= 20);
  const look = (db: Database) => readQueues({ db, queue: api.queue }, silent);
  assert.equal(await rowsRead(api.db, 'render_events', look), 0, 'however many wait, their histories are not read');

  // Made again just now, as by a redrive: since when they are there does not count.
  await sql`update renders set created_at = now() - interval '1 day', run = 2`.execute(api.db);
  await sql`update logos set scan = 'pending'`.execute(api.db);
  assert.ok((await read()).renders.held.oldestSeconds < 130);
  assert.deepEqual([(await read()).renders.outbox.count, (await read()).renders.held.count], [0, 3]);
  await sql`update logos set scan = null`.execute(api.db);
  await sql`update tenants set suspended_at = now()`.execute(api.db);
  assert.ok((await read()).renders.suspended.oldestSeconds < 130);
  assert.deepEqual([(await read()).renders.outbox.count, (await read()).renders.suspended.count], [0, 3]);
  assert.match(await api.metrics.registry.metrics(), /^logomorph_outbox_size 0$/m);
});

test('what Postgres knows is told while the queue cannot be reached', async (t) => {
  const api = await testApp(t);
  const queue = { ...api.queue, counts: () => Promise.reject(new Error('down')) };
  const { app, headers } = await testAdminApp(t, { ...api, queue });
  const answer = await app.inject({ url: '/admin/queues', headers });
  assert.equal(answer.statusCode, 200);
  assert.equal(answer.json().jobs, undefined);
  assert.deepEqual(answer.json().renders.outbox, { count: 0 });
});
