import { PORTS } from '@logomorph/contract/ports.ts';
import { ALERTMANAGER_PORT } from '../../observability/alertmanager-config.ts';
import { PROMETHEUS_PORT } from '../../observability/prometheus-config.ts';
import { STORE_PORTS } from '../store-ports.ts';

/** The parts of the platform that have pods, by their label `app.kubernetes.io/name`. */
export const PARTS = [
  'api',
  'worker',
  'migrations',
  'purge',
  'postgres',
  'redis',
  'object-store',
  'prometheus',
  'alertmanager',
  'grafana',
] as const;
export type Part = (typeof PARTS)[number];

/** What is outside of the namespace, and how it is told in the docs. */
export const OUTSIDE = {
  clients: 'pods of `ingressNamespace`, and the addresses of `ingressRanges`: in AWS the public subnets',
  dns: 'any address: where DNS runs on the nodes it has no pods',
  internet: 'all addresses that are not private or special, so never the metadata of a cloud',
  stores: 'the addresses of `storeRanges`',
  'pod-identity': 'the agent of EKS on the node, at 169.254.170.23',
  clamd: 'pods of any namespace, and the addresses of `storeRanges`',
  keda: 'pods of the namespace `keda`',
  guests: 'pods of stacks of pull requests that use its data stores',
} as const;
export type Outside = keyof typeof OUTSIDE;

/** What a path is there for, where it is not always there: settings that ask for it. */
export const NEEDS = {
  'in-cluster': '`dataStores: in-cluster`',
  external: '`dataStores` is not `in-cluster`',
  shared: '`dataStores: shared`',
  guests: '`guests: true`, with `dataStores: in-cluster`',
  scanner: '`clamavHost` is set',
  prometheus: '`prometheus: true`',
  alertmanager: '`slackWebhookUrl` is set',
  grafana: '`grafana: true`',
  keda: '`workerScaling: keda`',
} as const;
export type Need = keyof typeof NEEDS;

/** A port that settings decide. */
export const NAMED_PORTS = {
  database: 'of `databaseUrl`',
  cache: 'of `redisUrl`',
  clamd: '`clamavPort`',
  objects: 'of the S3 server of `hostStack`',
} as const;
export type NamedPort = keyof typeof NAMED_PORTS;

/** One way that packets may take. What is not here is refused. */
export interface Path {
  from: Part | Outside;
  to: Part | Outside;
  port: number | NamedPort;
  protocols: readonly ('TCP' | 'UDP')[];
  why: string;
  need?: Need;
}

const path = (from: Path['from'], to: Path['to'], port: Path['port'], why: string, need?: Need): Path => ({
  from,
  to,
  port,
  protocols: ['TCP'],
  why,
  ...(need && { need }),
});
const dns = (from: Part, why: string, need?: Need): Path => ({
  ...path(from, 'dns', 53, why, need),
  protocols: ['UDP', 'TCP'],
});

/** Every allowed path of the platform: the policies and their documentation are made of it. */
export const PATHS: readonly Path[] = [
  path('clients', 'api', PORTS.service, 'Requests of clients'),
  path('api', 'internet', 443, 'Logos by URL, webhooks, keys of the identity provider, and the bucket in AWS'),
  path('api', 'clamd', 'clamd', 'Logos are scanned', 'scanner'),

  path('api', 'postgres', STORE_PORTS.postgres, 'The truth', 'in-cluster'),
  path('api', 'redis', STORE_PORTS.redis, 'The queue, and limits that are counted', 'in-cluster'),
  path('api', 'object-store', STORE_PORTS.objectStore, 'Logos and files', 'in-cluster'),
  path('worker', 'postgres', STORE_PORTS.postgres, 'Renders are claimed and finished', 'in-cluster'),
  path('worker', 'redis', STORE_PORTS.redis, 'The queue', 'in-cluster'),
  path('worker', 'object-store', STORE_PORTS.objectStore, 'Logos and files', 'in-cluster'),
  path('migrations', 'postgres', STORE_PORTS.postgres, 'The schema', 'in-cluster'),

  path('api', 'stores', 'database', 'The truth', 'external'),
  path('api', 'stores', 'cache', 'The queue, and limits that are counted', 'external'),
  path('worker', 'stores', 'database', 'Renders are claimed and finished', 'external'),
  path('worker', 'stores', 'cache', 'The queue', 'external'),
  path(
    'worker',
    'internet',
    443,
    'The bucket in AWS, which has public addresses; a worker asks for nothing else',
    'external',
  ),
  path('migrations', 'stores', 'database', 'The schema', 'external'),
  path('api', 'pod-identity', 80, 'Credentials for the bucket', 'external'),
  path('worker', 'pod-identity', 80, 'Credentials for the bucket', 'external'),

  path('api', 'stores', 'objects', 'Logos and files', 'shared'),
  path('worker', 'stores', 'objects', 'Logos and files', 'shared'),
  path('purge', 'stores', 'database', 'Its schema goes', 'shared'),
  path('purge', 'stores', 'cache', 'Its keys go', 'shared'),
  path('purge', 'stores', 'objects', 'Its objects go', 'shared'),
  path('purge', 'internet', 443, 'Its objects go from the bucket in AWS', 'shared'),
  path('purge', 'pod-identity', 80, 'Credentials for the bucket', 'shared'),
  path('guests', 'postgres', STORE_PORTS.postgres, 'They have a schema there', 'guests'),
  path('guests', 'redis', STORE_PORTS.redis, 'They have keys there', 'guests'),
  path('guests', 'object-store', STORE_PORTS.objectStore, 'They have objects there', 'guests'),

  path('prometheus', 'api', PORTS.service, 'Metrics', 'prometheus'),
  path('prometheus', 'worker', PORTS.worker, 'Metrics', 'prometheus'),
  path('prometheus', 'alertmanager', ALERTMANAGER_PORT, 'Alerts', 'alertmanager'),
  path('alertmanager', 'internet', 443, 'Slack, and `heartbeatUrl`', 'alertmanager'),
  path('grafana', 'prometheus', PROMETHEUS_PORT, 'Queries of the dashboard', 'grafana'),
  path('keda', 'prometheus', PROMETHEUS_PORT, 'The query that the number of workers follows', 'keda'),

  dns('api', 'Names of the stores, of the internet and of what scans'),
  dns('worker', 'Names of the stores'),
  dns('migrations', 'Name of the database'),
  dns('purge', 'Names of the stores', 'shared'),
  dns('prometheus', 'Names that resolve to the pods', 'prometheus'),
  dns('alertmanager', 'Name of Slack', 'alertmanager'),
  dns('grafana', 'Name of Prometheus', 'grafana'),
];

/** The paths that are there for what a stack needs. */
export function pathsFor(needs: ReadonlySet<Need>): Path[] {
  return PATHS.filter(({ need }) => need === undefined || needs.has(need));
}

/** Tells a part from what is outside. */
export function isPart(place: Part | Outside): place is Part {
  return PARTS.some((part) => part === place);
}
