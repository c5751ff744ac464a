import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { parse } from 'yaml';
import type { Subject } from '../policy/rule.ts';
import { awsOutputs, foundInAws } from './aws-outputs.ts';

/** A resource that a program registered, with the options it was given. */
export interface Registered {
  type: string;
  name: string;
  /** What its provider is told; secrets are in it in plain text. */
  inputs: Inputs;
  /** The same with every secret taken out. */
  masked: Record<string, unknown>;
  /** The resource itself, by which options of others name it. */
  resource: pulumi.Resource;
  opts: pulumi.CustomResourceOptions;
  /** Who makes it: URN and id of a provider; empty for the one that a stack has anyway. */
  provider: string;
}

/** As much of Kubernetes' objects as tests look at; values of outputs are there already. */
export interface Inputs {
  metadata: {
    name?: string;
    namespace?: string;
    labels: Record<string, string>;
    annotations?: Record<string, string>;
  };
  data?: Record<string, string>;
  stringData?: Record<string, string>;
  immutable?: boolean;
  spec: Spec;
  [more: string]: unknown;
}

interface Spec {
  replicas?: number;
  minReplicas?: number;
  maxReplicas?: number;
  minAvailable?: number;
  /** Of a ScaledObject. */
  minReplicaCount?: number;
  maxReplicaCount?: number;
  triggers?: { metadata: Record<string, string> }[];
  /** Of a quota. */
  hard?: Record<string, string>;
  activeDeadlineSeconds?: number;
  progressDeadlineSeconds?: number;
  selector: { matchLabels: Record<string, string> };
  strategy?: { rollingUpdate?: { maxUnavailable: number; maxSurge?: number | string } };
  scaleTargetRef?: { kind: string; name: string };
  template: { metadata: { labels: Record<string, string> }; spec: PodSpec };
  [more: string]: unknown;
}

/** A pod as Kubernetes is told it, without Pulumi's outputs. */
export type PodSpec = pulumi.Unwrap<k8s.types.input.core.v1.PodSpec>;

/** The kind of an object, as Kubernetes names it. */
export const kindOf = ({ type }: Registered) => type.split(':').at(-1) ?? '';

/** A password that breaks no rule, and is nowhere else. */
export const PASSWORD = 'a-password-of-tests-alone';
/** One that AWS takes. */
export const STORE_PASSWORD = `${PASSWORD}-and-longer`;
/** 32 bytes in base64. */
const SECRETS_KEY = Buffer.alloc(32, 'test').toString('base64');

/** Number of an AWS account. */
export const ACCOUNT = '123456789012';

const DIGEST = `@sha256:${'0123456789abcdef'.repeat(4)}`;

/** What the committed files leave to whoever deploys: images and secrets. */
export const SUPPLIED: Record<string, Record<string, string>> = {
  local: {
    serviceImage: 'logomorph/service:abc',
    workerImage: 'logomorph/worker:abc',
    postgresPassword: PASSWORD,
    redisPassword: PASSWORD,
    objectStoreSecretKey: PASSWORD,
    secretsKey: SECRETS_KEY,
    grafanaPassword: PASSWORD,
  },
  pr: {
    environment: 'pr',
    namespace: 'pr-12',
    serviceImage: 'logomorph/service:abc',
    workerImage: 'logomorph/worker:abc',
    dataStores: 'shared',
    hostStack: 'staging',
    expires: '2026-12-02',
    prometheus: 'false',
    grafana: 'false',
  },
  staging: deployed(),
  prod: deployed(),
};

function deployed() {
  return {
    serviceImage: `registry.test/logomorph/service${DIGEST}`,
    workerImage: `registry.test/logomorph/worker${DIGEST}`,
    awsAccount: ACCOUNT,
    ciRepository: 'owner/name',
    domainName: 'api.example.com',
    hostedZoneId: 'Z0123456789ABCDEFGHIJ',
    clusterAdmins: `arn:aws:iam::${ACCOUNT}:role/admin`,
    alarmEmail: 'operators@example.test',
    databaseCaFile: 'infra/testing/database-ca.pem',
    databasePassword: STORE_PASSWORD,
    queuePassword: STORE_PASSWORD,
    secretsKey: SECRETS_KEY,
    slackWebhookUrl: `https://slack.test/${PASSWORD}`,
    heartbeatUrl: 'https://heartbeat.test/logomorph',
    grafanaPassword: PASSWORD,
    prometheusImage: `registry.test/prometheus${DIGEST}`,
    alertmanagerImage: `registry.test/alertmanager${DIGEST}`,
    grafanaImage: `registry.test/grafana${DIGEST}`,
  };
}

/** A file of the project, read as YAML. */
export function projectFile(name: string): { config: Record<string, unknown>; [more: string]: unknown } {
  return parse(readFileSync(join(dirname(import.meta.dirname), '..', name), 'utf8'));
}

/** The config of a stack as the engine puts it together: defaults of the project, the stack's file, what is given. */
export function stackConfig(stack: string, given: Record<string, string> = {}): Record<string, string> {
  const { config: defaults } = projectFile('Pulumi.yaml');
  const own = stack === 'local' || stack === 'pr' ? {} : projectFile(`Pulumi.${stack}.yaml`).config;
  const all = Object.entries(defaults).map(([key, setting]) => [key, Object(setting).default]);
  const more = Object.entries(given).map(([key, value]) => [`logomorph:${key}`, value]);
  return Object.fromEntries([...all, ...Object.entries(own), ...more].map(([key, value]) => [key, String(value)]));
}

/** What a stack in AWS tells its guests. */
export const HOST_ACCESS = {
  namespace: 'logomorph',
  databaseUrl: `postgres://logomorph:${STORE_PASSWORD}@database.test:6432/logomorph?sslmode=verify-full`,
  redisUrl: `rediss://:${STORE_PASSWORD}@queue.test:6380`,
  bucket: 'logomorph-staging',
  region: 'eu-central-1',
  endpoint: '',
  accessKey: '',
  secretKey: '',
  seed: 'a-seed-of-staging',
  cluster: {
    name: 'logomorph-staging',
    arn: `arn:aws:eks:eu-central-1:${ACCOUNT}:cluster/logomorph-staging`,
    kubeconfig: '{}',
    rolePath: '/logomorph/staging/',
    boundary: 'arn:aws:iam:::boundary',
  },
  awsBucket: { arn: 'arn:aws:s3:::logomorph-staging', keyArn: `arn:aws:kms:eu-central-1:${ACCOUNT}:key/data` },
};

/** What a stack tells that is referred to: the name of the other stack says which one is meant. */
const HOST_OUTPUTS = { guestAccess: HOST_ACCESS };

/** The key that Pulumi marks a secret with on the wire. */
const MARK = '4dabf18193072939515e22adb298388d';

/** The inputs of a resource with its secrets in plain text, or with another text in their place. */
function revealed(inputs: Inputs, instead?: string): Inputs {
  const secret = ({ value }: { value: unknown }) => instead ?? value;
  return JSON.parse(JSON.stringify(inputs), (_, value) => (Object(value)[MARK] === undefined ? value : secret(value)));
}

/** Starts a stack whose resources are made up, with that config. */
export async function mockStack(stack: string, config: Record<string, string>, resources: Registered[] = []) {
  await pulumi.runtime.setMocks(
    {
      newResource({ type, name, inputs, custom, provider = '' }) {
        const registered = resources.find((one) => one.type === type && one.name === name);
        const masked = () => revealed(inputs, '[secret]');
        if (registered !== undefined)
          Object.assign(registered, { inputs: revealed(inputs), masked: masked(), provider });
        if (custom === false) return { id: '', state: inputs };
        const state = { ...inputs, metadata: { name: `${name}-made-up`, ...inputs.metadata } };
        if (type === 'kubernetes:networking.k8s.io/v1:Ingress')
          Object.assign(state, { status: { loadBalancer: { ingress: [{ hostname: 'balancer.test' }] } } });
        if (type === 'pulumi:pulumi:StackReference') return { id: name, state: { ...inputs, outputs: HOST_OUTPUTS } };
        if (type.startsWith('aws:'))
          return { id: `${name}-id`, state: { ...inputs, ...awsOutputs(type, name, inputs) } };
        const digest = type === 'docker:index/image:Image' ? { repoDigest: `${inputs.imageName}${DIGEST}` } : {};
        return { id: `${name}-id`, state: { ...state, ...digest } };
      },
      call: ({ token, inputs }) => ({ ...inputs, ...foundInAws(token, inputs) }),
    },
    'logomorph',
    stack,
    false,
    'organization',
  );
  pulumi.runtime.setAllConfig(config);
}

/** Resources as rules of the policy pack see them, under the names that the made-up engine gave. */
export function subjectsOf(stack: string, resources: readonly Registered[]): Subject[] {
  return resources.map(({ type, name, inputs, opts }) => ({
    urn: `urn:pulumi:${stack}::logomorph::${type}::${name}`,
    type,
    name,
    inputs: { ...inputs, metadata: { name: `${name}-made-up`, ...inputs.metadata } },
    protect: opts.protect === true,
    ignored: opts.ignoreChanges ?? [],
  }));
}

/** Runs a program in a stack whose resources are made up; every output has its value when it returns. */
export async function runProgram(
  stack: string,
  config: Record<string, string>,
  program: () => object,
): Promise<{ resources: Registered[]; outputs: Record<string, unknown> }> {
  const resources: Registered[] = [];
  await mockStack(stack, config, resources);
  const outputs = await pulumi.runtime.runInPulumiStack(async () => {
    pulumi.runtime.registerStackTransformation(({ resource, type, name, opts }) => {
      resources.push({
        type,
        name,
        resource,
        opts,
        provider: '',
        masked: {},
        inputs: { metadata: { labels: {} }, spec: Object.create(null) },
      });
      return undefined;
    });
    return program();
  });
  await pulumi.runtime.disconnect();
  return { resources, outputs: Object(outputs) };
}
