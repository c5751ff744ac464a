import type { TimeSettings } from '@logomorph/contract/time-budgets.ts';
import * as pulumi from '@pulumi/pulumi';
import { TARGETS } from './aws/setting-keys.ts';
import { type AwsSettings, readAws } from './aws/settings.ts';
import { type AwsStoreSettings, readAwsStores } from './aws/store-settings.ts';
import { type DataLossAllowed, parseDataLossAllowed } from './data-loss.ts';
import { type ImageSettings, readImage, readImages } from './image-settings.ts';
import { amount } from './kubernetes/quantities.ts';
import { type NetworkSettings, readNetwork } from './network.ts';
import { DATA_STORES, ENVIRONMENTS, LOG_LEVELS, WORKER_SCALINGS } from './setting-keys.ts';
import { SettingReader } from './setting-reader.ts';
import { readSignIn, type SignInSettings } from './sign-in.ts';
import { readScanner, type ScannerSettings } from './virus-scanner.ts';

/** What a pod of ours may use, as Kubernetes takes it. */
export interface Resources {
  requests: { cpu: string; memory: string };
  limits: { cpu: string; memory: string };
}

/** A data store in the cluster. */
export interface StoreSettings {
  image: string;
  storage: string;
  password: pulumi.Output<string>;
}

/** Where the data is. */
export type DataStoreSettings =
  | { kind: 'in-cluster'; postgres: StoreSettings; redis: StoreSettings; objectStore: StoreSettings }
  | { kind: 'external'; databaseUrl: pulumi.Output<string>; redisUrl: pulumi.Output<string>; bucket: string }
  | AwsStoreSettings;

/** How many workers there are: always as many, or by the renders that are not finished. */
export type WorkerScalingSettings =
  | { kind: 'fixed'; replicas: number }
  | { kind: 'keda'; minReplicas: number; maxReplicas: number; rendersPerPod: number };

/** The settings of a stack, checked. */
export interface Settings {
  environment: (typeof ENVIRONMENTS)[number];
  /** Whether the engine refuses to delete what holds data. */
  protectData: boolean;
  /** Data stores of which it refuses that no more. */
  dataLossAllowed: readonly DataLossAllowed[];
  namespace: string;
  /** The cluster: one that is there, or what is to be made in AWS. */
  target: { kind: 'kubernetes' } | AwsSettings;
  images: ImageSettings;
  service: { minReplicas: number; maxReplicas: number; minAvailable: number; resources: Resources };
  worker: { scaling: WorkerScalingSettings; minAvailable: number; resources: Resources };
  logLevel: (typeof LOG_LEVELS)[number];
  times: TimeSettings;
  /** In seconds. */
  rolloutDeadline: number;
  migrationDeadline: number;
  awsRegion: string;
  secretsKey: pulumi.Output<string>;
  admin: { token: pulumi.Output<string> } | undefined;
  /** After commas, or `*`; empty for none. */
  corsOrigins: string;
  signIn: SignInSettings | undefined;
  /** Undefined where logos are not scanned. */
  scanner: ScannerSettings | undefined;
  dataStores: DataStoreSettings;
  network: NetworkSettings;
  prometheus: { image: string } | undefined;
  grafana: { image: string; password: pulumi.Output<string> } | undefined;
}

/**
 * Reads and checks the settings of the current stack; nothing else reads Pulumi's config.
 * @throws one error that names every setting that is wrong, its stack and the rule it breaks
 */
export function readSettings(): Readonly<Settings> {
  const read = new SettingReader();
  const environment = read.choice('environment', ENVIRONMENTS);
  const awsRegion = read.text('awsRegion');
  const settings: Settings = {
    environment,
    protectData: environment !== 'local',
    dataLossAllowed: parseDataLossAllowed(read.text('dataLossAllowed')),
    namespace: read.text('namespace'),
    target: read.choice('target', TARGETS) === 'aws' ? readAws(read, awsRegion) : { kind: 'kubernetes' },
    images: readImages(read, environment),
    service: {
      minReplicas: read.integer('serviceMinReplicas'),
      maxReplicas: read.integer('serviceMaxReplicas'),
      minAvailable: read.integer('serviceMinAvailable'),
      resources: readResources(read, 'service'),
    },
    worker: {
      scaling: readWorkerScaling(read),
      minAvailable: read.integer('workerMinAvailable'),
      resources: readResources(read, 'worker'),
    },
    logLevel: read.choice('logLevel', LOG_LEVELS),
    times: {
      renderTimeout: read.integer('renderTimeoutSeconds'),
      deregistrationDelay: read.integer('deregistrationDelaySeconds'),
    },
    rolloutDeadline: read.integer('rolloutDeadlineSeconds'),
    migrationDeadline: read.integer('migrationDeadlineSeconds'),
    awsRegion,
    secretsKey: read.requiredSecret('secretsKey', 'the API encrypts secrets with it'),
    scanner: readScanner(read),
    admin: read.boolean('admin') ? { token: read.requiredSecret('adminToken', 'admin is true') } : undefined,
    corsOrigins: read.text('corsOrigins'),
    signIn: readSignIn(read),
    dataStores: readDataStores(read),
    network: readNetwork(read),
    prometheus: read.boolean('prometheus') ? { image: readImage(read, 'prometheusImage', environment) } : undefined,
    grafana: read.boolean('grafana') ? readGrafana(read, environment) : undefined,
  };
  if (settings.service.minReplicas > settings.service.maxReplicas)
    read.refuse('serviceMinReplicas', `must not be above serviceMaxReplicas, ${settings.service.maxReplicas}`);
  const { service, worker } = settings;
  // Else no pod could ever be taken away, and no node be emptied.
  if (service.minAvailable >= service.minReplicas)
    read.refuse('serviceMinAvailable', `must be below serviceMinReplicas, ${service.minReplicas}`);
  const { fewest } = bounds(worker.scaling);
  if (worker.minAvailable >= fewest) read.refuse('workerMinAvailable', `must be below workerReplicas, ${fewest}`);
  if (worker.scaling.kind === 'keda' && settings.prometheus === undefined)
    read.refuse('workerScaling', 'must be fixed where prometheus is false: KEDA asks it how much work there is');
  if (settings.target.kind === 'kubernetes' && settings.dataStores.kind === 'aws')
    read.refuse('dataStores', 'must not be aws where target is kubernetes: its pods have no rights in AWS');
  if (settings.target.kind === 'aws' && environment === 'local')
    read.refuse('target', 'must be kubernetes where environment is local: nothing in AWS is for throwing away');
  if (settings.target.kind === 'aws' && settings.dataStores.kind === 'in-cluster')
    read.refuse('dataStores', 'must not be in-cluster where target is aws: its cluster has no volumes');
  if (settings.grafana !== undefined && settings.prometheus === undefined)
    read.refuse('grafana', 'must be false where prometheus is false: it would have nothing to show');
  read.finish();
  return deepFreeze(settings);
}

/** The fewest and the most workers. */
export function bounds(scaling: WorkerScalingSettings): { fewest: number; most: number } {
  return scaling.kind === 'fixed'
    ? { fewest: scaling.replicas, most: scaling.replicas }
    : { fewest: scaling.minReplicas, most: scaling.maxReplicas };
}

function readWorkerScaling(read: SettingReader): WorkerScalingSettings {
  const replicas = read.integer('workerReplicas');
  if (read.choice('workerScaling', WORKER_SCALINGS) === 'fixed') return { kind: 'fixed', replicas };
  const maxReplicas = read.integer('workerMaxReplicas');
  if (replicas > maxReplicas) read.refuse('workerReplicas', `must not be above workerMaxReplicas, ${maxReplicas}`);
  return { kind: 'keda', minReplicas: replicas, maxReplicas, rendersPerPod: read.integer('workerRendersPerPod') };
}

function readResources(read: SettingReader, program: 'service' | 'worker'): Resources {
  const resources = {
    requests: { cpu: read.text(`${program}CpuRequest`), memory: read.text(`${program}MemoryRequest`) },
    limits: { cpu: read.text(`${program}CpuLimit`), memory: read.text(`${program}MemoryLimit`) },
  };
  if (amount(resources.requests.cpu) > amount(resources.limits.cpu))
    read.refuse(`${program}CpuRequest`, `must not be above ${program}CpuLimit, ${resources.limits.cpu}`);
  if (amount(resources.requests.memory) > amount(resources.limits.memory))
    read.refuse(`${program}MemoryRequest`, `must not be above ${program}MemoryLimit, ${resources.limits.memory}`);
  return resources;
}

function readDataStores(read: SettingReader): DataStoreSettings {
  const kind = read.choice('dataStores', DATA_STORES);
  if (kind === 'aws') return readAwsStores(read);
  if (kind === 'external') {
    const reason = 'dataStores is "external"';
    return {
      kind: 'external',
      databaseUrl: read.requiredSecret('databaseUrl', reason),
      redisUrl: read.requiredSecret('redisUrl', reason),
      bucket: read.requiredText('s3Bucket', reason),
    };
  }
  const store = (
    program: 'postgres' | 'redis' | 'objectStore',
    password: 'postgresPassword' | 'redisPassword' | 'objectStoreSecretKey',
  ): StoreSettings => ({
    image: read.text(`${program}Image`),
    storage: read.text(`${program}Storage`),
    password: read.requiredSecret(password, 'dataStores is "in-cluster"'),
  });
  return {
    kind: 'in-cluster',
    postgres: store('postgres', 'postgresPassword'),
    redis: store('redis', 'redisPassword'),
    objectStore: store('objectStore', 'objectStoreSecretKey'),
  };
}

function readGrafana(read: SettingReader, environment: Settings['environment']) {
  return {
    image: readImage(read, 'grafanaImage', environment),
    password: read.requiredSecret('grafanaPassword', 'grafana is true'),
  };
}

/** Freezes plain objects all the way down; outputs of Pulumi are left as they are. */
function deepFreeze<T extends object>(value: T): Readonly<T> {
  for (const child of Object.values(value))
    if (typeof child === 'object' && child !== null && !pulumi.Output.isInstance(child)) deepFreeze(child);
  return Object.freeze(value);
}
