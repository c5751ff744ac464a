import type { AlertName, Severity } from './alert-rules.ts';

/** The port Alertmanager listens on. */
export const ALERTMANAGER_PORT = 9093;

/** The name of its file, and where secrets are. */
export const ALERTMANAGER_FILE = 'alertmanager.yaml';
export const SECRETS_FOLDER = '/etc/alertmanager/secrets';
export const SLACK_KEY = 'slack-webhook-url';

/** How often an alert that goes on is told again. */
const REPEATED = { critical: '2h', warning: '24h' } as const satisfies Partial<Record<Severity, string>>;

/** Alerts that say nothing more while another one fires, which is their cause. */
const INHIBITED = {
  ApiDown: ['ApiPodsNotReady', 'ApiErrorBurnFast', 'ApiErrorBurnSlow', 'ApiLatencyHigh', 'RequestsShed'],
  ApiErrorBurnFast: ['ApiErrorBurnSlow'],
  WorkerDown: ['WorkerPodsNotReady', 'QueueBackingUp'],
} as const satisfies Partial<Record<AlertName, readonly AlertName[]>>;

const SLACK = {
  api_url_file: `${SECRETS_FOLDER}/${SLACK_KEY}`,
  send_resolved: true,
  title: '[{{ .Status | toUpper }}] {{ .CommonLabels.alertname }} in {{ .CommonLabels.environment }}',
  // Else it would lead to Alertmanager, which nobody reaches from outside.
  title_link: '',
  text: '{{ range .Alerts }}{{ .Annotations.summary }}. {{ .Annotations.description }}\n{{ end }}Runbook: {{ .CommonAnnotations.runbook_url }}',
  color:
    '{{ if eq .Status "resolved" }}good{{ else if eq .CommonLabels.severity "critical" }}danger{{ else }}warning{{ end }}',
};

/**
 * The configuration of Alertmanager, as data: Slack is told what begins and what ends, of each alert once, however many pods it
 * is about.
 * @param heartbeatUrl where `Watchdog` is sent to every minute or two, if anywhere: it tells that alerts are on their way at all
 */
export function alertmanagerConfig(heartbeatUrl: string) {
  const isWatchdog = ['alertname="Watchdog"'];
  return {
    route: {
      receiver: 'slack',
      group_by: ['alertname'],
      group_wait: '15s',
      group_interval: '2m',
      repeat_interval: REPEATED.warning,
      routes: [
        heartbeatUrl === ''
          ? { receiver: 'nobody', matchers: isWatchdog }
          : {
              receiver: 'heartbeat',
              matchers: isWatchdog,
              group_wait: '0s',
              group_interval: '1m',
              repeat_interval: '1m',
            },
        { receiver: 'slack', matchers: ['severity="critical"'], repeat_interval: REPEATED.critical },
      ],
    },
    inhibit_rules: Object.entries(INHIBITED).map(([cause, effects]) => ({
      source_matchers: [`alertname="${cause}"`],
      target_matchers: [`alertname=~"${effects.join('|')}"`],
    })),
    receivers: [
      { name: 'nobody' },
      { name: 'slack', slack_configs: [SLACK] },
      ...(heartbeatUrl === ''
        ? []
        : [{ name: 'heartbeat', webhook_configs: [{ url: heartbeatUrl, send_resolved: false }] }]),
    ],
  };
}
