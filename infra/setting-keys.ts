import { DEFAULT_TIME_SETTINGS } from '@logomorph/contract/time-budgets.ts';
import { EDGE_KEYS } from './aws/edge-keys.ts';
import { AWS_KEYS } from './aws/setting-keys.ts';
import { STORE_KEYS } from './aws/store-keys.ts';
import { CLUSTER_STORE_KEYS } from './cluster-store-keys.ts';
import { LIMIT_KEYS } from './limit-keys.ts';
import {
  address,
  boolean,
  choice,
  image,
  integer,
  list,
  name,
  password,
  ranges,
  type SettingKey,
  secret,
  text,
} from './setting-forms.ts';
import { SIZE_KEYS } from './size-keys.ts';

/** Where a stack stands: it says what may be lost, and with that how its data is kept. */
export const ENVIRONMENTS = ['local', 'pr', 'staging', 'prod'] as const;
/** Where Postgres, Redis and the object store are. */
export const DATA_STORES = ['in-cluster', 'external', 'aws', 'shared'] as const;
/** How the two images come to be: named by whoever built them, or built by this program. */
export const IMAGE_SOURCES = ['pinned', 'build'] as const;
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

  ...SIZE_KEYS,
  ...LIMIT_KEYS,
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
  ...CLUSTER_STORE_KEYS,

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
    // Policies let pods to no other port of the internet.
    {
      pattern: /^https:\/\/[^\s/?#@:]+(:443)?(\/[^\s?#]*)?$/,
      rule: 'an https:// URL without a query, and with no port but 443',
    },
    '',
    'Issuer of access tokens that are taken beside API keys',
  ),
  oidcJwksUrl: text(address, '', "Where the issuer's keys are; without it, where its discovery document says so"),
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
  slackWebhookUrl: secret(
    address,
    'Incoming webhook of Slack that Alertmanager tells of alerts; without it there is no Alertmanager, and nobody is told',
  ),
  alertmanagerImage: text(image, 'prom/alertmanager:v0.29.0', 'Image of Alertmanager'),
  heartbeatUrl: text(
    address,
    '',
    'Address that Alertmanager asks every minute or two by POST, for a service that says when that ends',
  ),
  grafana: boolean(true, 'Whether Grafana runs in the namespace; it needs Prometheus'),
  grafanaImage: text(image, 'grafana/grafana:12.3.0', 'Image of Grafana'),
  grafanaPassword: secret(password, "Password of Grafana's user admin"),
} as const satisfies Record<string, SettingKey>;

/** The names of the settings of one type, or of all. */
export type KeyOf<T extends SettingKey['type'] = SettingKey['type']> = {
  [K in keyof typeof KEYS]: (typeof KEYS)[K]['type'] extends T ? K : never;
}[keyof typeof KEYS];
