import type { Database } from '@logomorph/core/database/schema.ts';
import { counter, createRegistry, gauge, histogram } from '@logomorph/core/metrics.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { sql } from 'kysely';
import { outboxSize } from './outbox-size.ts';

export type ServiceMetrics = ReturnType<typeof createServiceMetrics>;

/** The metrics that the API feeds. The sizes are asked for at each scrape; one that cannot be had is left out. */
export function createServiceMetrics(db: Database, queue: JobQueue) {
  const registry = createRegistry();
  gauge(registry, 'logomorph_queue_size', async (size) => {
    size.reset();
    const counts = await queue.counts().catch(() => ({}));
    for (const [state, count] of Object.entries(counts)) size.set({ state }, count);
  });
  gauge(registry, 'logomorph_outbox_size', async (size) => {
    const count = await outboxSize(db).catch(() => undefined);
    if (count === undefined) size.remove();
    else size.set(count);
  });
  gauge(registry, 'logomorph_webhook_oldest_due_seconds', async (age) => {
    age.reset();
    const row = await db
      .selectFrom('webhook_deliveries')
      .select(sql<number>`extract(epoch from greatest(now() - min(due_at), '0'))::float8`.as('seconds'))
      .executeTakeFirst()
      .catch(() => undefined);
    if (row === undefined) age.remove();
    else age.set(row.seconds ?? 0);
  });
  gauge(registry, 'logomorph_held_logos', async (size) => {
    const row = await heldLogos(db);
    if (row === undefined) size.remove();
    else size.set(Number(row.count));
  });
  gauge(registry, 'logomorph_held_logo_oldest_seconds', async (age) => {
    const row = await heldLogos(db);
    if (row === undefined) age.remove();
    else age.set(row.seconds ?? 0);
  });
  gauge(registry, 'logomorph_erasure_overdue_seconds', async (age) => {
    age.reset();
    const row = await db
      .selectFrom('erasures')
      .select(
        sql<number>`extract(epoch from greatest(now() - min(coalesce(settles_at, created_at)), '0'))::float8`.as(
          'seconds',
        ),
      )
      .where('due_at', 'is not', null)
      .executeTakeFirst()
      .catch(() => undefined);
    if (row === undefined) age.remove();
    else age.set(row.seconds ?? 0);
  });
  return {
    registry,
    requestDuration: histogram(registry, 'logomorph_http_request_duration_seconds'),
    requests: counter(registry, 'logomorph_http_requests_total'),
    errors: counter(registry, 'logomorph_http_errors_total'),
    activeConnections: gauge(registry, 'logomorph_active_connections'),
    connectionsRefused: counter(registry, 'logomorph_connections_refused_total'),
    requestsShed: counter(registry, 'logomorph_requests_shed_total'),
    rateLimited: counter(registry, 'logomorph_rate_limited_total'),
    rateLimitsSkipped: counter(registry, 'logomorph_rate_limits_skipped_total'),
    logoScans: counter(registry, 'logomorph_logo_scans_total'),
    logoScanDuration: histogram(registry, 'logomorph_logo_scan_duration_seconds'),
    logoUploads: counter(registry, 'logomorph_logo_uploads_total'),
    apiKeysCreated: counter(registry, 'logomorph_api_keys_created_total'),
    jobsCreated: counter(registry, 'logomorph_jobs_created_total'),
    jobsRetried: counter(registry, 'logomorph_jobs_retried_total'),
    redriven: counter(registry, 'logomorph_redriven_total'),
    jobsCanceled: counter(registry, 'logomorph_jobs_canceled_total'),
    webhookAttempts: counter(registry, 'logomorph_webhook_attempts_total'),
    retentionFailed: counter(registry, 'logomorph_retention_failed_total'),
    retentionDeleted: counter(registry, 'logomorph_retention_deleted_total'),
    jobsRequeued: counter(registry, 'logomorph_jobs_requeued_total'),
  };
}

/** Undefined when it cannot be had. */
function heldLogos(db: Database) {
  return db
    .selectFrom('logos')
    .where('scan', '=', 'pending')
    .select(({ fn }) => [
      fn.countAll<string>().as('count'),
      sql<number | null>`extract(epoch from now() - min(created_at))::float8`.as('seconds'),
    ])
    .executeTakeFirst()
    .catch(() => undefined);
}
