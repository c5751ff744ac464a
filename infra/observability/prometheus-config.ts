import { PORTS } from '@logomorph/contract/ports.ts';

/** How long samples are kept. */
export const RETENTION = '15d';

/** How often pods are scraped and rules are evaluated. */
export const SCRAPE_INTERVAL = '10s';

/** The names of the files, beside each other in one folder. */
export const CONFIG_FILE = 'prometheus.yaml';
export const RULES_FILE = 'alerts.yaml';

/** The port Prometheus listens on. */
export const PROMETHEUS_PORT = 9090;

/** What is scraped: a component of the product, and the port of its metrics. */
export const SCRAPED = { api: PORTS.service, worker: PORTS.worker } as const;

/** A component whose pods are scraped. */
export type Component = keyof typeof SCRAPED;

/** The headless Service whose name resolves to the pods of a component. */
export function scrapeService(component: Component): string {
  return `scrape-${component}`;
}

/**
 * The configuration of Prometheus, as data: it scrapes itself and every pod of the API and the worker.
 *
 * Pods are found by the cluster's DNS. That asks for no right to the API server, so Prometheus needs no token.
 * @param environment the label of that name on all that leaves this Prometheus
 * @param alertmanager host and port of what is told of alerts, if anything is
 */
export function prometheusConfig(environment: string, alertmanager?: string) {
  return {
    global: {
      scrape_interval: SCRAPE_INTERVAL,
      scrape_timeout: '5s',
      evaluation_interval: SCRAPE_INTERVAL,
      external_labels: { environment },
    },
    rule_files: [RULES_FILE],
    ...(alertmanager !== undefined && {
      alerting: { alertmanagers: [{ static_configs: [{ targets: [alertmanager] }] }] },
    }),
    scrape_configs: [
      { job_name: 'logomorph', dns_sd_configs: DNS_NAMES, relabel_configs: [COMPONENT] },
      { job_name: 'prometheus', static_configs: [{ targets: [`localhost:${PROMETHEUS_PORT}`] }] },
    ],
  };
}

const DNS_NAMES = (['api', 'worker'] as const).map((component) => ({
  names: [scrapeService(component)],
  type: 'A',
  port: SCRAPED[component],
  refresh_interval: SCRAPE_INTERVAL,
}));

/** The label `component`, read from the name that a pod was found by. */
const COMPONENT = {
  source_labels: ['__meta_dns_name'],
  regex: 'scrape-(.+)',
  target_label: 'component',
};

/** A configuration as a file: JSON, which readers of YAML take. */
export function configFile(config: object): string {
  return `${JSON.stringify(config, null, 2)}\n`;
}
