import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRegistry } from '@logomorph/core/metrics.ts';
import { testDatabase } from '@logomorph/core/testing/database.ts';
import { addScrapedGauges } from './scraped-gauges.ts';

const NONE_WAITS = { waiting: 0, active: 1, delayed: 0 };

test('while the queue does not answer, the others are told', async (t) => {
  const { db } = await testDatabase(t);
  const registry = createRegistry();
  const answers = [Promise.resolve(NONE_WAITS), new Promise<typeof NONE_WAITS>(() => {})];
  addScrapedGauges(registry, db, { counts: () => answers.shift() ?? Promise.reject(new Error('down')) });
  assert.match(await registry.metrics(), /^logomorph_queue_size\{state="active"\} 1$/m);
  for (const why of ['it hangs', 'it is down']) {
    const text = await registry.metrics();
    assert.doesNotMatch(text, /^logomorph_queue_size\{/m, why);
    for (const name of ['outbox_size', 'held_logos', 'held_logo_oldest_seconds', 'webhook_oldest_due_seconds'])
      assert.match(text, new RegExp(`^logomorph_${name} 0$`, 'm'), why);
  }
});

test('while the database cannot be had, the size of the queue is told alone', async (t) => {
  const { db } = await testDatabase(t);
  const registry = createRegistry();
  addScrapedGauges(registry, db, { counts: async () => NONE_WAITS });
  assert.match(await registry.metrics(), /^logomorph_erasure_overdue_seconds 0$/m);
  await db.destroy();
  const text = await registry.metrics();
  assert.match(text, /^logomorph_queue_size\{state="active"\} 1$/m);
  assert.doesNotMatch(text, /^logomorph_(outbox_size|held_|webhook_oldest|erasure)/m);
});
