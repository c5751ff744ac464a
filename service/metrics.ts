import type { Database } from '@logomorph/core/database/schema.ts';
import { counter, createRegistry, gauge, histogram } from '@logomorph/core/metrics.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { addScrapedGauges } from './scraped-gauges.ts';

export type ServiceMetrics = ReturnType<typeof createServiceMetrics>;

/** The metrics that the API feeds. */
export function createServiceMetrics(db: Database, queue: JobQueue) {
  const registry = createRegistry();
  addScrapedGauges(registry, db, queue);
  return {
    registry,
    ready: gauge(registry, 'logomorph_ready'),
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
