import type { AlertName } from '../alert-rules.ts';
import type { Component } from '../prometheus-config.ts';
import { histogramSeries, series, up } from '../promql.ts';

/** Series over time as promtool writes them: a selector, and one value a minute. */
type Samples = readonly (readonly [selector: string, values: string])[];

/** What makes an alert fire, and what is near to it and must not. */
export interface Scenario {
  /** When to look. */
  at: string;
  fires: Samples;
  /** The description that the alert then has. */
  description: string;
  /** Undefined where it fires at all times. */
  quiet: Samples | undefined;
}

/** What the scenarios are about. */
export const FEWEST_PODS = { api: 2, worker: 2 };

const ready = (component: Component, instance: string) => series('logomorph_ready', { component, instance });
const served = (status: string) =>
  series('logomorph_http_requests_total', { method: 'GET', route: '/v1/renders/:renderId', status });
const serverErrors = series('logomorph_http_errors_total', {
  method: 'GET',
  route: '/v1/renders/:renderId',
  type: 'server',
});
const clientErrors = series('logomorph_http_errors_total', {
  method: 'GET',
  route: '/v1/renders/:renderId',
  type: 'client',
});
const probed = series('logomorph_http_requests_total', { method: 'GET', route: '/health/ready', status: '200' });
const notReady = series('logomorph_http_errors_total', { method: 'GET', route: '/health/ready', type: 'server' });
const completed = series('logomorph_jobs_completed_total', { type: 'kit' });
const failed = (reason: string) => series('logomorph_jobs_failed_total', { type: 'kit', reason });
const waiting = series('logomorph_queue_size', { state: 'waiting' });
const outbox = (instance: string) => series('logomorph_outbox_size', { instance });
const scans = (outcome: string) => series('logomorph_logo_scans_total', { outcome });
const heldFor = (instance: string) => series('logomorph_held_logo_oldest_seconds', { instance });
const answered = (route: string, le: string) =>
  histogramSeries('logomorph_http_request_duration_seconds', 'bucket', { method: 'GET', route, status: '200', le });

/** A pair for each alert: a missing one does not compile. */
export const SCENARIOS: Readonly<Record<AlertName, Scenario>> = {
  Watchdog: {
    at: '0m',
    fires: [],
    description: 'It fires at all times: where it is told and does not come, no other alert would either.',
    quiet: undefined,
  },
  ApiDown: {
    at: '5m',
    // One answers Prometheus and is not ready, as without its Redis; the other one is gone.
    fires: [
      [up({ component: 'api', instance: 'a' }), '1x10'],
      [ready('api', 'a'), '1 1 0 0 0 0'],
      [up({ component: 'api', instance: 'b' }), '1 1 0 0 0 0'],
      [ready('api', 'b'), '1 1 stale'],
    ],
    description: 'No API pod is ready.',
    // The second one is of a version that does not tell whether it is ready.
    quiet: [
      [up({ component: 'api', instance: 'a' }), '1x10'],
      [ready('api', 'a'), '0x10'],
      [up({ component: 'api', instance: 'b' }), '1x10'],
    ],
  },
  WorkerDown: {
    at: '5m',
    // No series at all: as when the last pod is gone.
    fires: [[ready('api', 'a'), '1x10']],
    description: 'No worker pod is ready. Renders are taken and kept, but none is made.',
    quiet: [[ready('worker', 'a'), '1x10']],
  },
  ApiPodsNotReady: {
    at: '20m',
    fires: [
      [ready('api', 'a'), '1x20'],
      [ready('api', 'b'), '1 1 0x18'],
    ],
    description: 'Of 2 or more API pods 1 can serve.',
    // One is replaced.
    quiet: [
      [ready('api', 'a'), '1x20'],
      [ready('api', 'b'), '1 1 0x4 stale'],
      [ready('api', 'c'), '_x6 1x14'],
    ],
  },
  WorkerPodsNotReady: {
    at: '20m',
    // The other one has no node to run on.
    fires: [[ready('worker', 'a'), '1x20']],
    description: 'Of 2 or more worker pods 1 can work.',
    quiet: [
      [ready('worker', 'a'), '1x20'],
      [ready('worker', 'b'), '1x20'],
      [ready('worker', 'c'), '0x20'],
    ],
  },
  ApiErrorBurnFast: {
    at: '60m',
    fires: [
      [served('200'), '0+98x60'],
      [served('500'), '0+2x60'],
      [serverErrors, '0+2x60'],
      // Good answers to probes hide nothing.
      [probed, '0+900x60'],
    ],
    description:
      '2% of the requests of the last hour ended in a server error. At this rate 2 % of the error budget of 30 days go in an hour.',
    // As many errors, but they ended ten minutes ago; faults of clients and pods that are not ready are no errors.
    quiet: [
      [served('200'), '0+98x60'],
      [served('500'), '0+2x50 100x10'],
      [serverErrors, '0+2x50 100x10'],
      [clientErrors, '0+50x60'],
      [notReady, '0+50x60'],
    ],
  },
  ApiErrorBurnSlow: {
    at: '6h',
    fires: [
      [served('200'), '0+99x360'],
      [served('500'), '0+1x360'],
      [serverErrors, '0+1x360'],
    ],
    description:
      '1% of the requests of the last six hours ended in a server error. At this rate 5 % of the error budget of 30 days go in six hours.',
    // Four errors in six hours, of 400 requests.
    quiet: [
      [served('200'), '0x9 0+1x350'],
      [served('500'), '0x339 0 1 2 3x18'],
      [serverErrors, '0x330 0 1x9 2x9 3x9 4x5'],
    ],
  },
  ApiLatencyHigh: {
    at: '30m',
    fires: [
      [answered('/v1/renders/:renderId', '0.2'), '0+80x30'],
      [answered('/v1/renders/:renderId', '0.5'), '0+100x30'],
      [answered('/v1/renders/:renderId', '+Inf'), '0+100x30'],
    ],
    description:
      'The 95th percentile of answers is 425ms; the target is 200 ms. Event streams, probes, and transforms and others that wait for a render are not counted.',
    quiet: [
      [answered('/v1/renders/:renderId', '0.1'), '0+96x30'],
      [answered('/v1/renders/:renderId', '0.2'), '0+100x30'],
      [answered('/v1/renders/:renderId', '+Inf'), '0+100x30'],
      [answered('/v1/renders/:renderId/events', '0.2'), '0x30'],
      [answered('/v1/renders/:renderId/events', '60'), '0+100x30'],
      [answered('/v1/renders/:renderId/events', '+Inf'), '0+100x30'],
    ],
  },
  QueueBackingUp: {
    at: '30m',
    fires: [
      [waiting, '5x30'],
      [outbox('a'), '895x30'],
      [completed, '0+60x30'],
    ],
    description: 'At the present speed of the workers a new render waits 15m 0s for its turn.',
    quiet: [
      [waiting, '5x30'],
      [outbox('a'), '495x30'],
      [completed, '0+60x30'],
    ],
  },
  OutboxStuck: {
    at: '10m',
    fires: [
      [outbox('a'), '0 3 3 3 3 3 3 3 3 3 3'],
      [outbox('b'), '0 3 3 3 3 3 3 3 3 3 3'],
      [waiting, '0x10'],
    ],
    description:
      '3 renders are committed and not in the queue, and for five minutes there was no job in it that waits.',
    quiet: [
      [outbox('a'), '3x10'],
      [outbox('b'), '3x10'],
      [waiting, '0 0 0 0 0 0 0 0 5 0 0'],
    ],
  },
  RendersFailing: {
    at: '30m',
    fires: [
      [completed, '0+90x30'],
      [failed('render-timeout'), '0+10x30'],
    ],
    description: '10% of the renders of the last 15 minutes failed by an error, a timeout or an interruption.',
    quiet: [
      [completed, '0+66x30'],
      [failed('unreadable-logo'), '0+30x30'],
      [failed('internal'), '0+4x30'],
    ],
  },
  VirusScannerDown: {
    at: '20m',
    fires: [
      [scans('clean'), '0+5x5 25x15'],
      [scans('unreachable'), '0x5 0+12x15'],
    ],
    description: 'For minutes no scan of a logo came to an outcome. New logos are held or refused.',
    // Fails at one logo again and again, and scans others.
    quiet: [
      [scans('clean'), '0+1x20'],
      [scans('broken'), '0+12x20'],
    ],
  },
  LogosHeld: {
    at: '20m',
    fires: [
      [heldFor('a'), '0+60x20'],
      [heldFor('b'), '0+60x20'],
    ],
    description: 'A logo has waited 20m 0s to be scanned, and renders of it wait with it.',
    quiet: [[heldFor('a'), '0+45x20']],
  },
  WebhooksLate: {
    at: '20m',
    fires: [
      [series('logomorph_webhook_oldest_due_seconds', { instance: 'a' }), '0+60x20'],
      [series('logomorph_webhook_oldest_due_seconds', { instance: 'b' }), '0+60x20'],
    ],
    description: 'A delivery has been due for 20m 0s and is not sent.',
    // Late for a while, as after a restart.
    quiet: [[series('logomorph_webhook_oldest_due_seconds', { instance: 'a' }), '0+60x8 0x12']],
  },
  LimitsNotCounted: {
    at: '20m',
    fires: [[series('logomorph_rate_limits_skipped_total', { policy: 'key' }), '0+60x20']],
    description: '1 times a second a limit could not be counted, and what it is on was let through.',
    quiet: [[series('logomorph_rate_limits_skipped_total', { policy: 'key' }), '0 60x20']],
  },
  RequestsShed: {
    at: '20m',
    fires: [
      [series('logomorph_requests_shed_total'), '0+60x20'],
      [served('200'), '0+1140x20'],
      [served('503'), '0+60x20'],
    ],
    description: '5% of the requests are refused with 503, as event loops are always busy.',
    quiet: [
      [series('logomorph_requests_shed_total'), '0+6x20'],
      [served('200'), '0+1194x20'],
      [served('503'), '0+6x20'],
    ],
  },
  ErasureLate: {
    at: '70m',
    fires: [[series('logomorph_erasure_overdue_seconds', { instance: 'a' }), '0+60x70']],
    description: 'An erasure that was asked for could have been finished 1h 10m 0s ago.',
    quiet: [[series('logomorph_erasure_overdue_seconds', { instance: 'a' }), '0+50x70']],
  },
  RetentionFailing: {
    at: '130m',
    // One thing that fails in each sweep, of one process.
    fires: [
      [
        series('logomorph_retention_failed_total', { kind: 'render' }),
        '0x9 1x9 2x9 3x9 4x9 5x9 6x9 7x9 8x9 9x9 10x9 11x9 12x20',
      ],
    ],
    description: 'For more than an hour something that its tenant keeps no longer could not be deleted.',
    // One that failed twice, and was deleted then.
    quiet: [[series('logomorph_retention_failed_total', { kind: 'render' }), '0x99 1x9 2x30']],
  },
  JobsRequeued: {
    at: '20m',
    fires: [[series('logomorph_jobs_requeued_total'), '0x9 3x11']],
    description: 'About 3 jobs of the last 15 minutes were lost by the queue and put back.',
    // A restart sets a counter back to zero, which is not an increase.
    quiet: [[series('logomorph_jobs_requeued_total'), '7x9 0x11']],
  },
};
