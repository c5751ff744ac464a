import type { ProblemName } from '@logomorph/contract/problem.ts';
import { burns, finished, PROBES, readyPods, scans } from './alert-expressions.ts';
import type { Component } from './prometheus-config.ts';
import { quantileOf, rateOf, series } from './promql.ts';

/** How soon a person has to look: `critical` at once, `warning` on the same working day, `none` not at all. */
export type Severity = 'critical' | 'warning' | 'none';

/** One alert. Its runbook is the file of its name in docs/runbooks. */
export interface Alert {
  expr: string;
  /** How long the expression must hold before the alert fires. */
  for: string;
  severity: Severity;
  summary: string;
  description: string;
}

/** The target of the product for the 95th percentile of its answers, in seconds. */
const LATENCY_TARGET = 0.2;

/** An event stream lasts as long as its client listens; its time says nothing of the API. */
const EVENT_STREAMS = '.*/events';

/** The route whose first requests wait for a render. */
const TRANSFORMS = '/transforms/.*';

/** Failures that are ours; all others tell a client what is wrong with its logo. */
const OUR_FAILURES = [
  'internal',
  'unavailable',
  'render-timeout',
  'render-interrupted',
] as const satisfies readonly ProblemName[];

const WAITING_JOBS = series('logomorph_queue_size', { state: 'waiting' });

/** How many pods of a component there are at least. */
export type FewestPods = Readonly<Record<Component, number>>;

/** Every alert of the product, by name. */
export const alerts = (fewest: FewestPods) =>
  ({
    Watchdog: {
      expr: 'vector(1)',
      for: '0s',
      severity: 'none',
      summary: 'Alerts are on their way',
      description: 'It fires at all times: where it is told and does not come, no other alert would either.',
    },
    ApiDown: {
      expr: `${readyPods('api')} == 0`,
      for: '1m',
      severity: 'critical',
      summary: 'The API is down',
      description: 'No API pod is ready.',
    },
    WorkerDown: {
      expr: `${readyPods('worker')} == 0`,
      for: '2m',
      severity: 'critical',
      summary: 'The worker is down',
      description: 'No worker pod is ready. Renders are taken and kept, but none is made.',
    },
    ApiPodsNotReady: {
      expr: `${readyPods('api')} < ${fewest.api}`,
      for: '15m',
      severity: 'warning',
      summary: 'Too few API pods are ready',
      description: `Of ${fewest.api} or more API pods {{ $value }} can serve.`,
    },
    WorkerPodsNotReady: {
      expr: `${readyPods('worker')} < ${fewest.worker}`,
      for: '15m',
      severity: 'warning',
      summary: 'Too few worker pods are ready',
      description: `Of ${fewest.worker} or more worker pods {{ $value }} can work.`,
    },
    ApiErrorBurnFast: {
      expr: burns(14.4, '1h', '5m'),
      for: '1m',
      severity: 'critical',
      summary: 'The API answers many requests with errors',
      description:
        '{{ $value | humanizePercentage }} of the requests of the last hour ended in a server error. At this rate 2 % of the error budget of 30 days go in an hour.',
    },
    ApiErrorBurnSlow: {
      expr: burns(6, '6h', '30m'),
      for: '5m',
      severity: 'warning',
      summary: 'The API answers too many requests with errors',
      description:
        '{{ $value | humanizePercentage }} of the requests of the last six hours ended in a server error. At this rate 5 % of the error budget of 30 days go in six hours.',
    },
    ApiLatencyHigh: {
      expr: `${quantileOf(0.95, 'logomorph_http_request_duration_seconds', '10m', {
        where: { route: ['!~', `${PROBES}|${EVENT_STREAMS}|${TRANSFORMS}`] },
      })} > ${LATENCY_TARGET}`,
      for: '10m',
      severity: 'warning',
      summary: 'The API answers slowly',
      description: `The 95th percentile of answers is {{ $value | humanizeDuration }}; the target is ${LATENCY_TARGET * 1000} ms. Event streams, probes, and transforms and others that wait for a render are not counted.`,
    },
    QueueBackingUp: {
      // Renders waiting by renders finished a second is the time until the last of them has its turn (Little's law).
      expr: `(max(${WAITING_JOBS}) + max(${series('logomorph_outbox_size')})) / (${finished('10m')}) > 600`,
      for: '5m',
      severity: 'warning',
      summary: 'Renders wait too long',
      description:
        'At the present speed of the workers a new render waits {{ $value | humanizeDuration }} for its turn.',
    },
    OutboxStuck: {
      // While jobs wait in the queue it has no room. One replica that saw the outbox empty is enough.
      expr: `min(${series('logomorph_outbox_size')}) > 0 unless max(${WAITING_JOBS}) > 0`,
      for: '5m',
      severity: 'critical',
      summary: 'Renders do not reach the queue',
      description:
        '{{ $value }} renders are committed and not in the queue, and for five minutes there was no job in it that waits.',
    },
    RendersFailing: {
      expr: `${rateOf('logomorph_jobs_failed_total', '15m', {
        where: { reason: ['=~', OUR_FAILURES.join('|')] },
      })} / (${finished('15m')}) > 0.05`,
      for: '5m',
      severity: 'critical',
      summary: 'Renders fail for reasons of ours',
      description:
        '{{ $value | humanizePercentage }} of the renders of the last 15 minutes failed by an error, a timeout or an interruption.',
    },
    VirusScannerDown: {
      expr: `${scans('unreachable|timeout|broken|error')} > 0 unless ${scans('clean|infected')} > 0`,
      for: '5m',
      severity: 'critical',
      summary: 'Logos cannot be scanned',
      description: 'For minutes no scan of a logo came to an outcome. New logos are held or refused.',
    },
    LogosHeld: {
      expr: `max(${series('logomorph_held_logo_oldest_seconds')}) > 900`,
      for: '0s',
      severity: 'warning',
      summary: 'Logos are held too long',
      description: 'A logo has waited {{ $value | humanizeDuration }} to be scanned, and renders of it wait with it.',
    },
    WebhooksLate: {
      expr: `max(${series('logomorph_webhook_oldest_due_seconds')}) > 300`,
      for: '5m',
      severity: 'warning',
      summary: 'Webhooks are sent late',
      description: 'A delivery has been due for {{ $value | humanizeDuration }} and is not sent.',
    },
    LimitsNotCounted: {
      expr: `${rateOf('logomorph_rate_limits_skipped_total', '5m')} > 0`,
      for: '5m',
      severity: 'warning',
      summary: 'Limits of requests are not looked at',
      description:
        '{{ $value | humanize }} times a second a limit could not be counted, and what it is on was let through.',
    },
    RequestsShed: {
      expr: `${rateOf('logomorph_requests_shed_total', '5m')} / ${rateOf('logomorph_http_requests_total', '5m')} > 0.01`,
      for: '5m',
      severity: 'critical',
      summary: 'The API has no time for all requests',
      description:
        '{{ $value | humanizePercentage }} of the requests are refused with 503, as event loops are always busy.',
    },
    ErasureLate: {
      expr: `max(${series('logomorph_erasure_overdue_seconds')}) > 3600`,
      for: '5m',
      severity: 'warning',
      summary: 'An erasure is late',
      description: 'An erasure that was asked for could have been finished {{ $value | humanizeDuration }} ago.',
    },
    RetentionFailing: {
      expr: `sum(increase(${series('logomorph_retention_failed_total')}[30m])) > 0`,
      for: '1h',
      severity: 'warning',
      summary: 'Something outdated cannot be deleted',
      description: 'For more than an hour something that its tenant keeps no longer could not be deleted.',
    },
    JobsRequeued: {
      expr: `sum(increase(${series('logomorph_jobs_requeued_total')}[15m])) > 0`,
      for: '0s',
      severity: 'warning',
      summary: 'The queue lost jobs',
      description: 'About {{ $value | humanize }} jobs of the last 15 minutes were lost by the queue and put back.',
    },
  }) as const satisfies Record<string, Alert>;

export type AlertName = keyof ReturnType<typeof alerts>;

/**
 * The rule file of Prometheus, as data.
 * @param runbooks Address of the folder that holds the runbooks.
 */
export function alertRules(fewest: FewestPods, runbooks: string) {
  const rules = Object.entries<Alert>(alerts(fewest)).map(([alert, { severity, summary, description, ...rule }]) => ({
    alert,
    ...rule,
    labels: { severity },
    annotations: { summary, description, runbook_url: `${runbooks}/${alert}.md` },
  }));
  return { groups: [{ name: 'logomorph', rules }] };
}
