import type { METRICS, MetricName } from '@logomorph/contract/metrics.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { gauge } from '@logomorph/core/metrics.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { PROBE_LIMIT, within } from '@logomorph/core/within.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Registry } from 'prom-client';
import { outboxSize } from './outbox-size.ts';

/** The gauges that have one series alone. */
type SingleGauge = {
  [Name in MetricName]: (typeof METRICS)[Name] extends { kind: 'gauge'; labels: readonly [] } ? Name : never;
}[MetricName];

/**
 * Adds the gauges whose values are asked for at each scrape. One that cannot be had, or not in time, is left out: what a store that
 * hangs has nothing to do with is told meanwhile.
 */
export function addScrapedGauges(registry: Registry, db: Database, queue: Pick<JobQueue, 'counts'>): void {
  gauge(registry, 'logomorph_queue_size', async (size) => {
    const counts = await inTime(queue.counts());
    size.reset();
    for (const [state, count] of Object.entries(counts ?? {})) size.set({ state }, count);
  });
  const add = (name: SingleGauge, ask: () => Promise<number | undefined>) =>
    gauge(registry, name, async (value) => {
      const found = await inTime(ask());
      if (found === undefined) value.remove();
      else value.set(found);
    });
  add('logomorph_outbox_size', () => outboxSize(db));
  add('logomorph_held_logos', async () => {
    const count = sql<number>`count(*)::int`;
    return (await heldLogos(db).select(count.as('count')).executeTakeFirst())?.count;
  });
  add('logomorph_held_logo_oldest_seconds', async () => {
    const held = secondsSince(sql`min(created_at)`);
    return (await heldLogos(db).select(held.as('seconds')).executeTakeFirst())?.seconds;
  });
  add('logomorph_webhook_oldest_due_seconds', async () => {
    const due = secondsSince(sql`min(due_at)`);
    return (await db.selectFrom('webhook_deliveries').select(due.as('seconds')).executeTakeFirst())?.seconds;
  });
  add('logomorph_erasure_overdue_seconds', async () => {
    const late = secondsSince(sql`min(coalesce(settles_at, created_at))`);
    const unfinished = db.selectFrom('erasures').where('due_at', 'is not', null);
    return (await unfinished.select(late.as('seconds')).executeTakeFirst())?.seconds;
  });
}

/** Undefined when it cannot be had. */
function inTime<T>(value: Promise<T>): Promise<T | undefined> {
  return within(PROBE_LIMIT, value).catch(() => undefined);
}

function heldLogos(db: Database) {
  return db.selectFrom('logos').where('scan', '=', 'pending');
}

/** Seconds since a time; none when there is no such time, or it is to come. */
function secondsSince(time: RawBuilder<unknown>): RawBuilder<number> {
  return sql<number>`coalesce(extract(epoch from greatest(now() - ${time}, '0')), 0)::float8`;
}
