import type * as pulumi from '@pulumi/pulumi';
import type { Settings } from '../settings.ts';
import { CiRoles } from './ci-roles.ts';
import { Cluster } from './cluster.ts';
import { EncryptionKey } from './key.ts';
import { Network } from './network.ts';
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
  /** Undefined where no workflow previews or deploys. */
  ci: CiRoles | undefined;
}

/** Makes the network, the cluster in it, and what images, logs and workflows need. */
export function createBase(args: BaseArgs, opts: pulumi.ComponentResourceOptions): Base {
  const key = createKey(args, opts);
  const network = createNetwork(args, key, opts);
  const registry = createRegistry(args, key, opts);
  const ci = createCiRoles(args, opts);
  const cluster = createCluster(args, { key, network, ci }, opts);
  return { key, network, registry, cluster, ci };
}

function createKey({ settings, aws: { account, region } }: BaseArgs, opts: pulumi.ComponentResourceOptions) {
  const description = 'Secrets of Kubernetes, images and logs';
  const args = { account, region, description, forLogs: true, protect: settings.protectData };
  return new EncryptionKey('platform', args, opts);
}

function createNetwork({ aws, rolePath }: BaseArgs, key: EncryptionKey, opts: pulumi.ComponentResourceOptions) {
  const { region, account, zones, vpcCidr: cidr, natPerZone, logRetentionDays } = aws;
  const args = { region, account, zones, cidr, natPerZone, rolePath, logKeyArn: key.arn, logRetentionDays };
  return new Network('network', args, opts);
}

function createRegistry({ settings }: BaseArgs, { arn: keyArn }: EncryptionKey, opts: pulumi.ComponentResourceOptions) {
  const { environment, protectData: protect } = settings;
  return new Registry('registry', { prefix: `logomorph-${environment}`, keyArn, protect }, opts);
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
  const { environment, protectData: protect } = settings;
  return new Cluster(
    'cluster',
    {
      ...aws,
      clusterName: `logomorph-${environment}`,
      rolePath,
      admins: [...aws.admins, ...(ci ? [ci.deploy] : [])],
      viewers: ci ? [ci.preview] : [],
      subnetIds: network.privateSubnetIds,
      keyArn: key.arn,
      protect,
    },
    opts,
  );
}
