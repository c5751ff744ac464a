import { DASHBOARD } from './dashboard.ts';
import { DATASOURCE_UID, grafanaDashboard } from './grafana-model.ts';
import { configFile, SCRAPE_INTERVAL } from './prometheus-config.ts';

/** The folder that Grafana reads dashboards from. */
const DASHBOARD_FOLDER = '/etc/grafana/dashboards';

/** The files that make Grafana what it is: the key of each in a config map, and its path. */
export const PROVISIONED_FILES = {
  'datasource.yaml': '/etc/grafana/provisioning/datasources/datasource.yaml',
  'dashboards.yaml': '/etc/grafana/provisioning/dashboards/dashboards.yaml',
  'logomorph.json': `${DASHBOARD_FOLDER}/logomorph.json`,
} as const;

/** The contents of the files, for a Prometheus at the address. */
export function provisioning(prometheusUrl: string): Record<keyof typeof PROVISIONED_FILES, string> {
  return {
    'datasource.yaml': configFile(datasources(prometheusUrl)),
    'dashboards.yaml': configFile(DASHBOARD_PROVIDERS),
    'logomorph.json': configFile(grafanaDashboard(DASHBOARD)),
  };
}

function datasources(url: string) {
  return {
    apiVersion: 1,
    datasources: [
      {
        uid: DATASOURCE_UID,
        name: 'Prometheus',
        type: 'prometheus',
        access: 'proxy',
        url,
        isDefault: true,
        editable: false,
        // What `$__rate_interval` is counted from.
        jsonData: { timeInterval: SCRAPE_INTERVAL, httpMethod: 'POST' },
      },
    ],
  };
}

const DASHBOARD_PROVIDERS = {
  apiVersion: 1,
  providers: [
    {
      name: 'logomorph',
      type: 'file',
      allowUiUpdates: false,
      disableDeletion: true,
      options: { path: DASHBOARD_FOLDER },
    },
  ],
};
