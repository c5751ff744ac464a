/** The kinds of metric in use; the names are those of the Prometheus data model. */
type MetricKind = 'counter' | 'gauge' | 'histogram';

/** One metric as it is exposed: a histogram adds `_bucket`, `_sum` and `_count` to its name. */
export interface MetricDefinition {
  kind: MetricKind;
  help: string;
  labels: readonly string[];
  buckets?: readonly number[];
}

/**
 * Every metric of the product. Programs, alerts, dashboards and scalers take names and labels from here.
 * A duration is in seconds, as Prometheus wants it.
 */
export const METRICS = {
  logomorph_http_request_duration_seconds: {
    kind: 'histogram',
    help: 'Time to answer an HTTP request, by route pattern; answers that waited as `Prefer` asked are not counted',
    labels: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10, 60],
  },
  logomorph_http_requests_total: {
    kind: 'counter',
    help: 'HTTP requests answered, by route pattern',
    labels: ['method', 'route', 'status'],
  },
  logomorph_http_errors_total: {
    kind: 'counter',
    help: 'HTTP requests answered with an error: client for 4xx, server for 5xx',
    labels: ['method', 'route', 'type'],
  },
  logomorph_ready: {
    kind: 'gauge',
    help: 'Whether the process said that it was ready when it was asked last: 1, or 0 when not and before it is asked',
    labels: [],
  },
  logomorph_active_connections: { kind: 'gauge', help: 'Open client connections', labels: [] },
  logomorph_connections_refused_total: {
    kind: 'counter',
    help: 'Client connections closed at once, because as many as may be were open',
    labels: [],
  },
  logomorph_requests_shed_total: {
    kind: 'counter',
    help: 'Requests refused because the event loop was busy all the time',
    labels: [],
  },
  logomorph_rate_limited_total: {
    kind: 'counter',
    help: 'Requests refused because of a limit: key, tenant, renders, signed, or address for those with keys that are none',
    labels: ['policy'],
  },
  logomorph_rate_limits_skipped_total: {
    kind: 'counter',
    help: 'Times that a limit was not looked at, because its store was down or slow',
    labels: ['policy'],
  },
  logomorph_logo_uploads_total: { kind: 'counter', help: 'Logos uploaded', labels: ['format'] },
  logomorph_logo_scans_total: {
    kind: 'counter',
    help:
      'Scans of logos for viruses: clean, infected, or why there was no outcome (unreachable, timeout, paused, ' +
      'broken, too-large, error)',
    labels: ['outcome'],
  },
  logomorph_logo_scan_duration_seconds: {
    kind: 'histogram',
    help: 'Time of a scan of a logo that came to an outcome',
    labels: [],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  logomorph_held_logos: {
    kind: 'gauge',
    help: 'Logos that are held until they are scanned; every API replica reports the same figure',
    labels: [],
  },
  logomorph_held_logo_oldest_seconds: {
    kind: 'gauge',
    help: 'How long the logo has been held that is held longest; every API replica reports the same figure',
    labels: [],
  },
  logomorph_api_keys_created_total: { kind: 'counter', help: 'API keys created', labels: [] },
  logomorph_jobs_created_total: { kind: 'counter', help: 'Render jobs created', labels: ['type'] },
  logomorph_jobs_completed_total: { kind: 'counter', help: 'Render jobs that succeeded', labels: ['type'] },
  logomorph_jobs_failed_total: {
    kind: 'counter',
    help: 'Render jobs that failed for good, by problem name',
    labels: ['type', 'reason'],
  },
  logomorph_jobs_retried_total: { kind: 'counter', help: 'Render jobs that clients asked for again', labels: ['type'] },
  logomorph_redriven_total: {
    kind: 'counter',
    help: 'Dead letters that operators had tried again: render, webhook-delivery',
    labels: ['kind'],
  },
  logomorph_jobs_canceled_total: { kind: 'counter', help: 'Render jobs that clients canceled', labels: ['type'] },
  logomorph_jobs_requeued_total: {
    kind: 'counter',
    help: 'Render jobs put back because the queue had lost them',
    labels: [],
  },
  logomorph_render_processes_replaced_total: {
    kind: 'counter',
    help: 'Processes that rendered and had to be replaced: crashed, grown, not-stopped or out-of-memory',
    labels: ['reason'],
  },
  logomorph_render_duration_seconds: {
    kind: 'histogram',
    help: 'Time a worker took for a render, from claim to finish',
    labels: ['type'],
    buckets: [0.05, 0.1, 0.2, 0.4, 0.7, 1, 2, 5, 10, 20],
  },
  logomorph_retention_deleted_total: {
    kind: 'counter',
    help: 'What was deleted because its tenant keeps it no longer: render, logo',
    labels: ['kind'],
  },
  logomorph_retention_failed_total: {
    kind: 'counter',
    help: 'Times that something its tenant keeps no longer could not be deleted: render, logo; it is tried again each 10 minutes',
    labels: ['kind'],
  },
  logomorph_queue_size: {
    kind: 'gauge',
    help: 'Jobs in the queue by state; every API replica reports the same figure',
    labels: ['state'],
  },
  logomorph_outbox_size: {
    kind: 'gauge',
    help: 'Renders that wait for their turn to get into the queue; every API replica reports the same figure',
    labels: [],
  },
  logomorph_webhook_attempts_total: {
    kind: 'counter',
    help: 'Webhook deliveries sent, by outcome: succeeded, rejected (another status than 2xx), or why no answer came',
    labels: ['outcome'],
  },
  logomorph_webhook_oldest_due_seconds: {
    kind: 'gauge',
    help: 'How long the webhook delivery that waits longest has been due; every API replica reports the same figure',
    labels: [],
  },
  logomorph_erasure_overdue_seconds: {
    kind: 'gauge',
    help: 'How long the erasure that is latest could have been finished; every API replica reports the same figure',
    labels: [],
  },
} as const satisfies Record<string, MetricDefinition>;

export type MetricName = keyof typeof METRICS;
