import type { Dashboard, Row } from './grafana-model.ts';
import { orZero, PANEL_WINDOW, quantileOf, rateOf, series, up } from './promql.ts';

const QUANTILES = [0.5, 0.95, 0.99] as const;

const percentile = (quantile: number) => `p${quantile * 100}`;

/** Series of the default metrics of prom-client, which both programs expose, one a pod. */
const ofPrograms = (selector: string) => `${selector}{job="logomorph"}`;

const TRAFFIC: Row = {
  title: 'Traffic',
  panels: [
    {
      title: 'Requests',
      unit: 'reqps',
      queries: [
        {
          expr: rateOf('logomorph_http_requests_total', PANEL_WINDOW, { by: ['method', 'route'] }),
          legend: '{{method}} {{route}}',
        },
      ],
    },
    {
      title: 'Errors',
      description: 'client: answered with 4xx; server: with 5xx',
      unit: 'reqps',
      queries: [
        {
          expr: rateOf('logomorph_http_errors_total', PANEL_WINDOW, { by: ['type', 'route'] }),
          legend: '{{type}} {{route}}',
          mayBeEmpty: true,
        },
      ],
    },
    {
      title: 'Latency by route',
      description: 'Event streams last as long as their clients listen.',
      unit: 's',
      queries: QUANTILES.map((quantile) => ({
        expr: quantileOf(quantile, 'logomorph_http_request_duration_seconds', PANEL_WINDOW, { by: ['route'] }),
        legend: `${percentile(quantile)} {{route}}`,
      })),
    },
    {
      title: 'Open connections',
      unit: 'short',
      queries: [{ expr: `sum by (instance) (${series('logomorph_active_connections')})`, legend: '{{instance}}' }],
    },
  ],
};

const WORK: Row = {
  title: 'Work',
  panels: [
    {
      title: 'Renders',
      unit: 'ops',
      queries: [
        { expr: rateOf('logomorph_jobs_created_total', PANEL_WINDOW, { by: ['type'] }), legend: 'created {{type}}' },
        {
          expr: rateOf('logomorph_jobs_completed_total', PANEL_WINDOW, { by: ['type'] }),
          legend: 'completed {{type}}',
        },
      ],
    },
    {
      title: 'Failed renders',
      unit: 'ops',
      queries: [
        {
          expr: rateOf('logomorph_jobs_failed_total', PANEL_WINDOW, { by: ['type', 'reason'] }),
          legend: '{{type}}: {{reason}}',
          mayBeEmpty: true,
        },
        { expr: orZero(rateOf('logomorph_jobs_requeued_total', PANEL_WINDOW)), legend: 'put back' },
        {
          expr: rateOf('logomorph_render_processes_replaced_total', PANEL_WINDOW, { by: ['reason'] }),
          legend: 'process replaced: {{reason}}',
          mayBeEmpty: true,
        },
      ],
    },
    {
      title: 'Render duration',
      unit: 's',
      queries: [0.5, 0.95].map((quantile) => ({
        expr: quantileOf(quantile, 'logomorph_render_duration_seconds', PANEL_WINDOW, { by: ['type'] }),
        legend: `${percentile(quantile)} {{type}}`,
      })),
    },
    {
      title: 'Scans of logos',
      unit: 'ops',
      queries: [
        {
          expr: rateOf('logomorph_logo_scans_total', PANEL_WINDOW, { by: ['outcome'] }),
          legend: '{{outcome}}',
          mayBeEmpty: true,
        },
      ],
    },
    {
      title: 'Held logos',
      description: 'They wait to be scanned, with their renders. Every API replica reports the same figure.',
      unit: 'short',
      queries: [{ expr: `max(${series('logomorph_held_logos')})`, legend: 'held' }],
    },
    {
      title: 'Queue and outbox',
      description: 'Every API replica reports the same figures.',
      unit: 'short',
      queries: [
        { expr: `max by (state) (${series('logomorph_queue_size')})`, legend: '{{state}}' },
        { expr: `max(${series('logomorph_outbox_size')})`, legend: 'outbox' },
      ],
    },
  ],
};

const CLIENTS: Row = {
  title: 'Clients',
  panels: [
    {
      title: 'Webhook deliveries',
      unit: 'ops',
      queries: [
        {
          expr: rateOf('logomorph_webhook_attempts_total', PANEL_WINDOW, { by: ['outcome'] }),
          legend: '{{outcome}}',
          mayBeEmpty: true,
        },
      ],
    },
    {
      title: 'Longest due delivery',
      unit: 's',
      queries: [{ expr: `max(${series('logomorph_webhook_oldest_due_seconds')})`, legend: 'due for' }],
    },
    {
      title: 'Refused requests',
      description: 'By a limit, or because the API had no time. Skipped: let through, as they could not be counted.',
      unit: 'reqps',
      queries: [
        {
          expr: rateOf('logomorph_rate_limited_total', PANEL_WINDOW, { by: ['policy'] }),
          legend: 'limit {{policy}}',
          mayBeEmpty: true,
        },
        { expr: orZero(rateOf('logomorph_requests_shed_total', PANEL_WINDOW)), legend: 'no time' },
        { expr: orZero(rateOf('logomorph_rate_limits_skipped_total', PANEL_WINDOW)), legend: 'skipped' },
      ],
    },
  ],
};

const RUNTIME: Row = {
  title: 'Runtime',
  panels: [
    {
      title: 'CPU',
      description: 'Cores in use',
      unit: 'short',
      queries: [
        {
          expr: `rate(${ofPrograms('process_cpu_seconds_total')}[${PANEL_WINDOW}])`,
          legend: '{{component}} {{instance}}',
        },
      ],
    },
    {
      title: 'Memory',
      unit: 'bytes',
      queries: [{ expr: ofPrograms('process_resident_memory_bytes'), legend: '{{component}} {{instance}}' }],
    },
    {
      title: 'Event loop lag, p99',
      unit: 's',
      queries: [{ expr: ofPrograms('nodejs_eventloop_lag_p99_seconds'), legend: '{{component}} {{instance}}' }],
    },
  ],
};

const PODS: Row = {
  title: 'Pods',
  panels: [
    {
      title: 'Ready pods',
      unit: 'short',
      kind: 'stat',
      queries: (['api', 'worker'] as const).map((component) => ({
        expr: orZero(`sum(${series('logomorph_ready', { component })})`),
        legend: component,
      })),
    },
    {
      title: 'Pods',
      unit: 'short',
      queries: [
        { expr: `sum by (component) (${up({ job: 'logomorph' })})`, legend: 'answer {{component}}' },
        { expr: `sum by (component) (${series('logomorph_ready')})`, legend: 'ready {{component}}' },
      ],
    },
  ],
};

/** The dashboard of the product. */
export const DASHBOARD: Dashboard = {
  uid: 'logomorph',
  title: 'LogoMorph',
  rows: [TRAFFIC, WORK, CLIENTS, RUNTIME, PODS],
};
