import { itemsOf } from '../setting-forms.ts';
import type { SettingReader } from '../setting-reader.ts';
import { type EdgeSettings, readEdge } from './edge-settings.ts';
import { CLUSTER_NODES, LOG_DAYS, NAT_GATEWAYS, SECRET_PLACES } from './setting-keys.ts';
import { subnetCidrs } from './subnets.ts';

/** What is made in an AWS account. */
export interface AwsSettings {
  kind: 'aws';
  /** Number of the account. */
  account: string;
  region: string;
  /** Names of the three zones. */
  zones: string[];
  vpcCidr: string;
  /** Networks of the public subnets, where load balancers are. */
  publicRanges: string[];
  natPerZone: boolean;
  kubernetesVersion: string;
  /** Undefined where EKS minds the nodes. */
  nodes: { type: string; count: number } | undefined;
  /** From where the cluster's API is reached over the internet; none for not at all. */
  endpointCidrs: string[];
  /** ARNs of who may do all in the cluster. */
  admins: string[];
  logRetentionDays: number;
  /** Whether logs of containers are kept in CloudWatch. */
  containerLogs: boolean;
  /** Who is told of alarms and of costs. */
  alarmEmail: string;
  /** What the account may cost in a month. */
  monthlyBudgetUsd: number;
  /** Undefined where clients of the internet do not reach the API. */
  edge: EdgeSettings | undefined;
  /** Undefined where no workflow previews or deploys. */
  ci: { repository: string; stateBucket: string; stateKey: string } | undefined;
}

/** Secrets that are kept in Secrets Manager. */
export interface KeptSecretSettings {
  /** Days in which one that was deleted can be brought back. */
  recoveryDays: number;
}

/** Reads what is to be made in AWS. */
export function readAws(read: SettingReader, region: string): AwsSettings {
  const reason = 'target is "aws"';
  const vpcCidr = read.text('vpcCidr');
  const zones = itemsOf(read.text('awsZones')).map((letter) => region + letter);
  const nodes = read.choice('clusterNodes', CLUSTER_NODES);
  const edge = readEdge(read);
  if (edge !== undefined && nodes === 'managed')
    read.refuse('domainName', 'must not be set where clusterNodes is managed: nothing there makes a load balancer');
  return {
    kind: 'aws',
    account: read.requiredText('awsAccount', reason),
    region,
    zones,
    vpcCidr,
    publicRanges: publicRanges(read, vpcCidr, zones.length),
    natPerZone: read.choice('natGateways', NAT_GATEWAYS) === 'per-zone',
    kubernetesVersion: read.text('kubernetesVersion'),
    nodes: nodes === 'managed' ? { type: read.text('nodeType'), count: read.integer('nodeCount') } : undefined,
    endpointCidrs: itemsOf(read.text('clusterEndpointCidrs')),
    admins: itemsOf(read.requiredText('clusterAdmins', 'else nobody could deploy into the cluster')),
    logRetentionDays: Number(read.choice('logRetentionDays', LOG_DAYS)),
    containerLogs: read.boolean('containerLogs'),
    alarmEmail: read.requiredText('alarmEmail', 'else nobody would be told when something fails or costs too much'),
    monthlyBudgetUsd: read.integer('monthlyBudgetUsd'),
    edge,
    ci: readCi(read),
  };
}

/** Reads where secrets are kept; undefined where the engine writes them into the cluster itself. */
export function readKeptSecrets(read: SettingReader): KeptSecretSettings | undefined {
  const recoveryDays = read.integer('secretRecoveryDays');
  return read.choice('secrets', SECRET_PLACES) === 'external-secrets' ? { recoveryDays } : undefined;
}

function readCi(read: SettingReader): AwsSettings['ci'] {
  const ci = {
    repository: read.text('ciRepository'),
    stateBucket: read.text('ciStateBucket'),
    stateKey: read.text('ciStateKey'),
  };
  if (ci.repository !== '') return ci;
  if (ci.stateBucket !== '') read.refuse('ciStateBucket', 'must not be set without ciRepository');
  if (ci.stateKey !== '') read.refuse('ciStateKey', 'must not be set without ciRepository');
  return undefined;
}

function publicRanges(read: SettingReader, vpcCidr: string, zones: number): string[] {
  try {
    return subnetCidrs(vpcCidr, zones).public;
  } catch {
    read.refuse('vpcCidr', `must begin at an address of its size, and is "${vpcCidr}"`);
    return [];
  }
}
