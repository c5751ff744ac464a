import * as pulumi from '@pulumi/pulumi';
import { deletedWith } from '../deleted-with.ts';
import type { Settings } from '../settings.ts';
import { stackTags } from './account-provider.ts';
import { natAlarms } from './alarm-table.ts';
import { Alarms } from './alarms.ts';
import { CiRoles } from './ci-roles.ts';
import { Cluster } from './cluster.ts';
import { ContainerLogs } from './container-logs.ts';
import { KeptSecrets } from './kept-secrets.ts';
import { EncryptionKey } from './key.ts';
import { Network } from './network.ts';
import { Notices } from './notices.ts';
import { Registry } from './registry.ts';
import type { AwsSettings } from './settings.ts';

export interface BaseArgs {
  settings: Settings;
  /** What is to be made in AWS. */
  aws: AwsSettings;
  /** Path of all roles of the stack. */
  rolePath: string;
}

/** What all else in an account stands on. */
export interface Base {
  key: EncryptionKey;
  network: Network;
  registry: Registry;
  cluster: Cluster;
  /** Who is told of alarms, and of what the account costs. */
  notices: Notices;
  /** Undefined where the engine writes secrets into the cluster itself. */
  secrets: KeptSecrets | undefined;
  /** Undefined where no workflow previews or deploys. */
  ci: CiRoles | undefined;
}

/** Makes the network, the cluster in it, and what images, logs and workflows need. */
export function createBase(args: BaseArgs, opts: pulumi.ComponentResourceOptions): Base {
  const key = createKey(args, opts);
  const network = createNetwork(args, key, opts);
  const notices = createNotices(args, key, opts);
  createNetworkAlarms(args, { network, notices }, opts);
  const registry = createRegistry(args, key, opts);
  const ci = createCiRoles(args, opts);
  const cluster = createCluster(args, { key, network, ci }, opts);
  createContainerLogs(args, { key, cluster }, opts);
  const secrets = createKeptSecrets(args, { key, cluster }, opts);
  return { key, network, registry, cluster, notices, secrets, ci };
}

function createKey({ settings, aws: { account, region } }: BaseArgs, opts: pulumi.ComponentResourceOptions) {
  const description = 'Secrets of Kubernetes, images, logs and notices';
  const args = { account, region, description, forLogs: true, forAlarms: true, protect: settings.protectData };
  return new EncryptionKey('platform', args, opts);
}

function createNetwork({ aws, rolePath }: BaseArgs, key: EncryptionKey, opts: pulumi.ComponentResourceOptions) {
  const { region, account, zones, vpcCidr: cidr, natPerZone, logRetentionDays } = aws;
  const args = { region, account, zones, cidr, natPerZone, rolePath, logKeyArn: key.arn, logRetentionDays };
  return new Network('network', args, opts);
}

function createNotices({ settings, aws }: BaseArgs, key: EncryptionKey, opts: pulumi.ComponentResourceOptions) {
  const { account, alarmEmail: email, monthlyBudgetUsd } = aws;
  const args = { account, prefix: prefixOf(settings), email, monthlyBudgetUsd, keyArn: key.arn };
  return new Notices('notices', args, opts);
}

function createNetworkAlarms(
  { settings }: BaseArgs,
  { network, notices }: Pick<Base, 'network' | 'notices'>,
  opts: pulumi.ComponentResourceOptions,
) {
  const alarms = network.natIds.flatMap((id, i) => natAlarms(id, i + 1));
  return new Alarms('network-alarms', { prefix: prefixOf(settings), topicArn: notices.topicArn, alarms }, opts);
}

/** What names in an account begin with. */
export function prefixOf({ environment }: Pick<Settings, 'environment'>): string {
  return `logomorph-${environment}`;
}

function createRegistry({ settings }: BaseArgs, { arn: keyArn }: EncryptionKey, opts: pulumi.ComponentResourceOptions) {
  const { protectData: protect } = settings;
  return new Registry('registry', { prefix: prefixOf(settings), keyArn, protect }, opts);
}

function createCiRoles({ settings, aws, rolePath }: BaseArgs, opts: pulumi.ComponentResourceOptions) {
  const { account, ci } = aws;
  if (ci === undefined) return undefined;
  return new CiRoles('ci', { ...ci, account, environment: settings.environment, rolePath }, opts);
}

function createCluster(
  { settings, aws, rolePath }: BaseArgs,
  { key, network, ci }: Pick<Base, 'key' | 'network' | 'ci'>,
  opts: pulumi.ComponentResourceOptions,
) {
  const { protectData: protect } = settings;
  return new Cluster(
    'cluster',
    {
      ...aws,
      clusterName: prefixOf(settings),
      rolePath,
      admins: [...aws.admins, ...(ci ? [ci.deploy] : [])],
      viewers: ci ? [ci.preview] : [],
      subnetIds: network.privateSubnetIds,
      keyArn: key.arn,
      tags: stackTags(settings),
      protect,
    },
    opts,
  );
}

function createKeptSecrets(
  { settings, aws, rolePath }: BaseArgs,
  { key, cluster }: Pick<Base, 'key' | 'cluster'>,
  opts: pulumi.ComponentResourceOptions,
) {
  if (settings.keptSecrets === undefined) return undefined;
  const { region } = aws;
  const { name: clusterName, arn: clusterArn } = cluster;
  const { alertmanager, grafana } = settings;
  const names = ['app', ...(alertmanager ? ['alertmanager'] : []), ...(grafana ? ['grafana'] : [])];
  const shared = { prefix: prefixOf(settings), region, rolePath, keyArn: key.arn, protect: settings.protectData };
  return new KeptSecrets('secrets', { ...shared, ...settings.keptSecrets, names, clusterName, clusterArn }, opts);
}

function createContainerLogs(
  { settings, aws, rolePath }: BaseArgs,
  { key, cluster }: Pick<Base, 'key' | 'cluster'>,
  opts: pulumi.ComponentResourceOptions,
) {
  if (!aws.containerLogs) return;
  const logs = { keyArn: key.arn, retentionDays: aws.logRetentionDays };
  new ContainerLogs(
    'container-logs',
    { clusterName: prefixOf(settings), clusterArn: cluster.arn, rolePath, logs },
    pulumi.mergeOptions(opts, {
      dependsOn: cluster.ready,
      transformations: [deletedWith(cluster.itself, /^aws:eks\//)],
    }),
  );
}
