import { DEFAULT_TIME_SETTINGS } from '@logomorph/contract/time-budgets.ts';
import { EDGE_KEYS } from './aws/edge-keys.ts';
import { AWS_KEYS } from './aws/setting-keys.ts';
import { STORE_KEYS } from './aws/store-keys.ts';
import {
  boolean,
  choice,
  cpu,
  image,
  integer,
  list,
  name,
  password,
  ranges,
  type SettingKey,
  secret,
  size,
  text,
} from './setting-forms.ts';

/** Where a stack stands: it says what may be lost, and with that how its data is kept. */
export const ENVIRONMENTS = ['local', 'pr', 'staging', 'prod'] as const;
/** Where Postgres, Redis and the object store are. */
export const DATA_STORES = ['in-cluster', 'external', 'aws', 'shared'] as const;
/** How the two images come to be: named by whoever built them, or built by this program. */
export const IMAGE_SOURCES = ['pinned', 'build'] as const;
/** What says how many workers there are. */
export const WORKER_SCALINGS = ['fixed', 'keda'] as const;
/** What becomes of logos that cannot be scanned now. */
export const SCAN_POLICIES = ['hold', 'refuse'] as const;
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'] as const;

/** Every setting of a stack, under the namespace `logomorph:`. `Pulumi.yaml` says the same; a test compares them. */
export const KEYS = {
  environment: choice(ENVIRONMENTS, 'local', 'local and pr may be thrown away; staging and prod protect their data'),
  namespace: text(name, 'logomorph', 'Namespace that holds everything'),
  dataLossAllowed: text(
    {
      pattern: /^urn:pulumi:[^\s,@]+@\d{4}-\d\d-\d\d(,urn:pulumi:[^\s,@]+@\d{4}-\d\d-\d\d)*$/,
      rule: 'URNs, each with the last day as in urn:pulumi:…@2026-12-31, after commas',
    },
    '',
    'Data stores that may be deleted or replaced, each up to and with a day',
  ),

  imageSource: choice(IMAGE_SOURCES, 'pinned', 'pinned takes serviceImage and workerImage, build makes them here'),
  serviceImage: text(image, '', 'Image of the API; in staging and prod by digest'),
  workerImage: text(image, '', 'Image of the worker; in staging and prod by digest'),
  imageRepository: text(image, '', 'Where built images are pushed, less the name: registry/path'),

  serviceMinReplicas: integer(1, 100, 3, 'The fewest API pods'),
  serviceMaxReplicas: integer(1, 100, 10, 'The most API pods'),
  workerScaling: choice(
    WORKER_SCALINGS,
    'fixed',
    'fixed keeps workerReplicas; keda, which the cluster must have, scales',
  ),
  workerReplicas: integer(1, 100, 2, 'Worker pods; with keda the fewest'),
  workerMaxReplicas: integer(1, 100, 10, 'The most worker pods, with keda'),
  workerRendersPerPod: integer(1, 1000, 8, 'Unfinished renders for each worker pod, with keda'),
  scaleInSeconds: integer(0, 3600, 300, 'How long there has to be less to do before pods are taken away'),
  serviceMinAvailable: integer(0, 99, 2, 'API pods that stay while nodes are emptied; 0 lets all go at once'),
  workerMinAvailable: integer(0, 99, 1, 'Worker pods that stay while nodes are emptied; 0 lets all go at once'),
  serviceCpuRequest: text(cpu, '100m', 'CPU that an API pod is sure of; the autoscaler measures by it'),
  serviceCpuLimit: text(cpu, '500m', 'The most CPU an API pod gets'),
  serviceMemoryRequest: text(size, '256Mi', 'Memory that an API pod is sure of; the autoscaler measures by it'),
  serviceMemoryLimit: text(size, '512Mi', 'Memory above which an API pod is killed'),
  workerCpuRequest: text(cpu, '250m', 'CPU that a worker pod is sure of'),
  workerCpuLimit: text(cpu, '1', 'The most CPU a worker pod gets'),
  workerMemoryRequest: text(size, '512Mi', 'Memory that a worker pod is sure of'),
  workerMemoryLimit: text(size, '1Gi', 'Memory above which a worker pod is killed'),
  logLevel: choice(LOG_LEVELS, 'info', 'The least severe log lines that are written'),
  renderTimeoutSeconds: integer(1, 600, DEFAULT_TIME_SETTINGS.renderTimeout, 'The longest a single render may take'),
  deregistrationDelaySeconds: integer(
    0,
    300,
    DEFAULT_TIME_SETTINGS.deregistrationDelay,
    'How long a load balancer still sends requests to a pod that is going',
  ),
  // Below the ten minutes that the engine waits.
  rolloutDeadlineSeconds: integer(30, 540, 300, 'How long a rollout may make no progress before it has failed'),
  migrationDeadlineSeconds: integer(30, 3600, 300, 'The longest that the migrations of a release may take'),

  dataStores: choice(
    DATA_STORES,
    'in-cluster',
    'in-cluster runs Postgres, Redis and an S3 server; external has them; aws makes them; shared has those of hostStack',
  ),
  guests: boolean(false, 'Whether stacks of pull requests may use its cluster and its data stores'),
  hostStack: text(
    { pattern: /^[\w.-]{1,100}$/, rule: 'the name of a stack' },
    '',
    'Stack whose cluster and data stores are used, with dataStores: shared',
  ),
  expires: text(
    { pattern: /^\d{4}-\d\d-\d\d$/, rule: 'a day like 2026-12-31' },
    '',
    'Last day of a stack of a pull request, in UTC; `npm run down -- --expired` takes it down after that',
  ),
  postgresImage: text(image, 'postgres:17-bookworm', 'Image of Postgres, with its user 999'),
  redisImage: text(image, 'redis:7.4-bookworm', 'Image of Redis, with its user 999'),
  objectStoreImage: text(image, 'versity/versitygw:v1.8.0', 'Image of the S3 server'),
  postgresStorage: text(size, '5Gi', "Size of Postgres's volume; it stays as it was made"),
  redisStorage: text(size, '1Gi', "Size of Redis's volume; it stays as it was made"),
  objectStoreStorage: text(size, '10Gi', "Size of the S3 server's volume; it stays as it was made"),
  postgresPassword: secret(
    password,
    'Password of Postgres in the cluster; it takes effect when its volume is first used',
  ),
  redisPassword: secret(password, 'Password of Redis in the cluster'),
  objectStoreSecretKey: secret(password, 'Secret key of the S3 server in the cluster'),

  secretsKey: secret(
    { pattern: /^[\w+/-]{43}=?(,[\w+/-]{43}=?)*$/, rule: '32 bytes in base64; older keys may follow after commas' },
    'Key that secrets of tenants are encrypted with',
  ),

  admin: boolean(false, "Whether the API's pods have the admin surface, which `kubectl port-forward` alone reaches"),
  adminToken: secret(
    {
      pattern: /^[\w.~+/-]{32,}=*(,[\w.~+/-]{32,}=*)*$/,
      rule: '32 letters, digits or . _ ~ + / - at least; other tokens may follow after commas',
    },
    'What lets operators in at the admin surface',
  ),

  corsOrigins: text(
    { pattern: /^(\*|https?:\/\/[a-z0-9.:[\]-]+(,https?:\/\/[a-z0-9.:[\]-]+)*)$/, rule: 'origins after commas, or *' },
    '',
    'Origins of web pages whose scripts may call the API',
  ),
  oidcIssuer: text(
    { pattern: /^https:\/\/[^\s?#]+$/, rule: 'an https:// URL without a query' },
    '',
    'Issuer of access tokens that are taken beside API keys',
  ),
  oidcAudience: text(list, '', 'Audiences of access tokens; a token has one of them'),
  oidcAuthorizedParties: text(list, '', 'Who access tokens were made out for; a token has one of them'),
  clerkWebhook: boolean(false, 'Whether Clerk tells the API of its users'),
  clerkWebhookSecret: secret(
    { pattern: /^whsec_[A-Za-z0-9+/]{32,128}={0,2}$/, rule: 'a signing secret that begins with whsec_' },
    'What the webhook of Clerk is signed with',
  ),

  clamavHost: text(
    { pattern: /^[A-Za-z0-9.:_-]+$/, rule: 'a host' },
    '',
    'Host of the clamd that scans logos for viruses; without it none are scanned',
  ),
  clamavPort: integer(1, 65535, 3310, 'Port of that clamd'),
  scanWhenDown: choice(SCAN_POLICIES, 'hold', 'What becomes of new logos while that clamd is down'),

  databaseUrl: secret({ pattern: /^postgres(ql)?:\/\/./, rule: 'a postgres:// URL' }, 'Postgres outside the cluster'),
  databaseCaFile: text(
    { pattern: /^\w[\w.-]*(\/\w[\w.-]*)*$/, rule: 'the path of a file in the project' },
    '',
    'File of the project with the authorities that sign the certificate of Postgres, in PEM; with aws there must be one',
  ),
  redisUrl: secret({ pattern: /^rediss?:\/\/./, rule: 'a redis:// or rediss:// URL' }, 'Redis outside the cluster'),
  s3Bucket: text(
    { pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, rule: 'a bucket name' },
    '',
    "Bucket outside the cluster; rights to it come from the pods' identity",
  ),

  ...AWS_KEYS,
  ...STORE_KEYS,
  ...EDGE_KEYS,

  ingressNamespace: text(name, 'ingress-nginx', "Namespace whose pods may bring clients' requests to the API"),
  ingressRanges: text(
    ranges,
    '',
    "Ranges of addresses that load balancers bring clients' requests from; in AWS those of the public subnets",
  ),
  storeRanges: text(
    ranges,
    '10.0.0.0/8,172.16.0.0/12,192.168.0.0/16',
    'Ranges that Postgres, Redis and clamd are in where they are outside of the cluster',
  ),

  prometheus: boolean(true, 'Whether Prometheus runs in the namespace'),
  prometheusImage: text(image, 'prom/prometheus:v3.8.0', 'Image of Prometheus'),
  grafana: boolean(true, 'Whether Grafana runs in the namespace; it needs Prometheus'),
  grafanaImage: text(image, 'grafana/grafana:12.3.0', 'Image of Grafana'),
  grafanaPassword: secret(password, "Password of Grafana's user admin"),
} as const satisfies Record<string, SettingKey>;

/** The names of the settings of one type, or of all. */
export type KeyOf<T extends SettingKey['type'] = SettingKey['type']> = {
  [K in keyof typeof KEYS]: (typeof KEYS)[K]['type'] extends T ? K : never;
}[keyof typeof KEYS];
