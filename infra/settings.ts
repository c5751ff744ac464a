import type { TimeSettings } from '@logomorph/contract/time-budgets.ts';
import * as pulumi from '@pulumi/pulumi';
import { TARGETS } from './aws/setting-keys.ts';
import { type AwsSettings, type KeptSecretSettings, readAws, readKeptSecrets } from './aws/settings.ts';
import { type DataLossAllowed, parseDataLossAllowed } from './data-loss.ts';
import { type ImageSettings, readImage, readImages } from './image-settings.ts';
import { type LimitSettings, readLimits } from './limits.ts';
import { type NetworkSettings, readNetwork } from './network.ts';
import { type Resources, readResources } from './resource-settings.ts';
import { refuseMisfits } from './setting-fits.ts';
import { ENVIRONMENTS, LOG_LEVELS } from './setting-keys.ts';
import { SettingReader } from './setting-reader.ts';
import { readSignIn, type SignInSettings } from './sign-in.ts';
import { type DataStoreSettings, readDataStores } from './store-settings.ts';
import { readScanner, type ScannerSettings } from './virus-scanner.ts';
import { readWorkerScaling, type WorkerScalingSettings } from './worker-scaling.ts';

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
  service: {
    minReplicas: number;
    maxReplicas: number;
    minAvailable: number;
    scaleInSeconds: number;
    resources: Resources;
  };
  worker: { scaling: WorkerScalingSettings; minAvailable: number; resources: Resources };
  limits: LimitSettings;
  logLevel: (typeof LOG_LEVELS)[number];
  times: TimeSettings;
  /** In seconds. */
  rolloutDeadline: number;
  migrationDeadline: number;
  awsRegion: string;
  /** Undefined where it is made from the host's. */
  secretsKey: pulumi.Output<string> | undefined;
  admin: { token: pulumi.Output<string> } | undefined;
  /** After commas, or `*`; empty for none. */
  corsOrigins: string;
  signIn: SignInSettings | undefined;
  /** Undefined where logos are not scanned. */
  scanner: ScannerSettings | undefined;
  dataStores: DataStoreSettings;
  /** Undefined where the engine writes secrets into the cluster itself. */
  keptSecrets: KeptSecretSettings | undefined;
  /** Whether stacks of pull requests may use its cluster and its data stores. */
  guests: boolean;
  network: NetworkSettings;
  prometheus: { image: string } | undefined;
  /** Undefined where nobody is told of alerts. */
  alertmanager: AlertmanagerSettings | undefined;
  grafana: { image: string; password: pulumi.Output<string> } | undefined;
}

/**
 * Reads and checks the settings of the current stack; nothing else reads Pulumi's config.
 * @throws one error that names every setting that is wrong, its stack and the rule it breaks
 */
export function readSettings(read = new SettingReader()): Readonly<Settings> {
  const environment = read.choice('environment', ENVIRONMENTS);
  const awsRegion = read.text('awsRegion');
  const dataStores = readDataStores(read, awsRegion);
  // A guest makes nothing that its pods stand on, wherever that is.
  const target =
    read.choice('target', TARGETS) === 'aws' && dataStores.kind !== 'shared'
      ? readAws(read, awsRegion)
      : ({ kind: 'kubernetes' } as const);
  const settings: Settings = {
    environment,
    protectData: environment === 'staging' || environment === 'prod',
    dataLossAllowed: parseDataLossAllowed(read.text('dataLossAllowed')),
    namespace: read.text('namespace'),
    target,
    images: readImages(read, environment),
    service: {
      minReplicas: read.integer('serviceMinReplicas'),
      maxReplicas: read.integer('serviceMaxReplicas'),
      minAvailable: read.integer('serviceMinAvailable'),
      scaleInSeconds: read.integer('scaleInSeconds'),
      resources: readResources(read, 'service'),
    },
    worker: {
      scaling: readWorkerScaling(read),
      minAvailable: read.integer('workerMinAvailable'),
      resources: readResources(read, 'worker'),
    },
    limits: readLimits(read),
    logLevel: read.choice('logLevel', LOG_LEVELS),
    times: {
      renderTimeout: read.integer('renderTimeoutSeconds'),
      deregistrationDelay: read.integer('deregistrationDelaySeconds'),
    },
    rolloutDeadline: read.integer('rolloutDeadlineSeconds'),
    migrationDeadline: read.integer('migrationDeadlineSeconds'),
    awsRegion,
    secretsKey:
      dataStores.kind === 'shared' ? undefined : read.requiredSecret('secretsKey', 'the API encrypts secrets with it'),
    scanner: readScanner(read),
    admin: read.boolean('admin') ? { token: read.requiredSecret('adminToken', 'admin is true') } : undefined,
    corsOrigins: read.text('corsOrigins'),
    signIn: readSignIn(read),
    keptSecrets: readKeptSecrets(read),
    dataStores,
    guests: read.boolean('guests'),
    network: readNetwork(read, target),
    prometheus: read.boolean('prometheus') ? { image: readImage(read, 'prometheusImage', environment) } : undefined,
    alertmanager: readAlertmanager(read, environment),
    grafana: read.boolean('grafana') ? readGrafana(read, environment) : undefined,
  };
  refuseMisfits(read, settings);
  read.finish();
  return deepFreeze(settings);
}

/** Who is told of alerts. */
interface AlertmanagerSettings {
  image: string;
  slackWebhookUrl: pulumi.Output<string>;
  /** Empty for none. */
  heartbeatUrl: string;
}

function readAlertmanager(read: SettingReader, environment: Settings['environment']): AlertmanagerSettings | undefined {
  const slackWebhookUrl = read.optionalSecret('slackWebhookUrl');
  const heartbeatUrl = read.text('heartbeatUrl');
  if (slackWebhookUrl !== undefined)
    return { image: readImage(read, 'alertmanagerImage', environment), slackWebhookUrl, heartbeatUrl };
  if (heartbeatUrl !== '') read.refuse('heartbeatUrl', 'must not be set where slackWebhookUrl is not');
  return undefined;
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
