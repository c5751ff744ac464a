import assert from 'node:assert/strict';
import { test } from 'node:test';
import { problem } from '@logomorph/contract/problem.ts';
import { WebhookRender } from '@logomorph/contract/webhook-delivery.ts';
import { sql } from 'kysely';
import Value from 'typebox/value';
import { finishRender } from './finish-render.ts';
import { testDatabase } from './testing/database.ts';

test('what is noted for webhooks is a WebhookRender, of a render alone, one of a batch, and a batch', async (t) => {
  const { db } = await testDatabase(t);
  const [tenantId, logoId, alone, batch, child] = Array.from({ length: 5 }, () => crypto.randomUUID());
  assert.ok(tenantId && logoId && alone && batch && child);
  await db.insertInto('tenants').values({ id: tenantId, name: 'default' }).execute();
  await db
    .insertInto('webhook_endpoints')
    .values({ id: crypto.randomUUID(), tenant_id: tenantId, url: 'https://example.com', events: ['*'], secret: 'x' })
    .execute();
  const origin = { requestId: 'mine', traceparent: `00-${'ab'.repeat(16)}-00f067aa0ba902b7-01` };
  const more = {
    tenant_id: tenantId,
    recipe: '{"type":"kit"}',
    state: 'running',
    run: 3,
    origin: JSON.stringify(origin),
  } as const;
  await db
    .insertInto('renders')
    .values([
      // Half a millisecond before the next second, far from UTC.
      { ...more, id: alone, logo_id: logoId, created_at: sql`'2026-01-01T00:59:59.9995+01'` },
      { ...more, id: batch, logo_id: null, metadata: '{"order":"1042"}' },
      { ...more, id: child, logo_id: logoId, parent_id: batch },
    ])
    .execute();
  const failed = { type: 'failed', data: problem('render-timeout', 'It may take "20" seconds') } as const;
  await finishRender(db, alone, failed);
  await finishRender(db, child, { type: 'succeeded', data: { outputs: 1 } });
  const children = { total: 3, succeeded: 1, failed: 0, canceled: 2 };
  await finishRender(db, batch, { type: 'canceled', data: {} }, { children });

  const notes = await db.selectFrom('webhook_events').selectAll().orderBy('created_at').execute();
  for (const { data } of notes) assert.ok(Value.Check(WebhookRender, data), JSON.stringify(data));
  const renders = await db.selectFrom('renders').selectAll().execute();
  const times = (id: string) => {
    const row = renders.find((render) => render.id === id);
    return { createdAt: row?.created_at.toISOString(), finishedAt: row?.finished_at?.toISOString() };
  };
  assert.equal(times(alone).createdAt, '2025-12-31T23:59:59.999Z');
  const url = (id: string) => ({ id, url: `/v1/renders/${id}` });
  assert.deepEqual(
    notes.map(({ type, render_id, run, origin, data }) => ({ type, render_id, run, origin, data })),
    [
      {
        type: 'render.failed',
        render_id: alone,
        run: 3,
        origin,
        data: { ...url(alone), logoId, state: 'failed', ...times(alone), metadata: {}, error: failed.data },
      },
      {
        type: 'render.succeeded',
        render_id: child,
        run: 3,
        origin,
        data: { ...url(child), logoId, parentId: batch, state: 'succeeded', ...times(child), metadata: {} },
      },
      {
        type: 'batch.canceled',
        render_id: batch,
        run: 3,
        origin,
        data: { ...url(batch), state: 'canceled', ...times(batch), metadata: { order: '1042' }, children },
      },
    ],
  );
});
