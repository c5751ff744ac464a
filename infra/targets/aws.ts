import * as aws from '@pulumi/aws/provider.js';
import * as pulumi from '@pulumi/pulumi';
import { CiRoles } from '../aws/ci-roles.ts';
import { Cluster } from '../aws/cluster.ts';
import { PodIdentity } from '../aws/identity.ts';
import { EncryptionKey } from '../aws/key.ts';
import { Network } from '../aws/network.ts';
import { Registry } from '../aws/registry.ts';
import type { AwsSettings } from '../aws/settings.ts';
import type { AwsStoreSettings } from '../aws/store-settings.ts';
import { AwsStores } from '../aws/stores.ts';
import { type DataStores, dataStores, type StorePlace } from '../data-stores.ts';
import type { Settings } from '../settings.ts';
import type { Target, TargetOutputs } from './target.ts';

export interface AwsTargetArgs {
  settings: Settings;
  /** What is to be made in AWS. */
  aws: AwsSettings;
}

/** Type of the target: what is below it can be made before the platform is. */
export const AWS_TARGET = 'logomorph:targets:Aws';

/** A cluster in an AWS account, and all that it stands on. */
export class AwsTarget extends pulumi.ComponentResource implements Target {
  readonly providers: Record<string, pulumi.ProviderResource>;
  readonly outputs: TargetOutputs;

  readonly #settings: Settings;
  readonly #place: { account: string; region: string };
  /** Path of all roles of the stack. */
  readonly #rolePath: string;
  readonly #provider: aws.Provider;
  readonly #own: pulumi.ComponentResourceOptions;
  readonly #network: Network;
  readonly #cluster: Cluster;

  constructor(name: string, { settings, aws }: AwsTargetArgs, opts?: pulumi.ComponentResourceOptions) {
    super(AWS_TARGET, name, {}, opts);
    this.#settings = settings;
    this.#place = { account: aws.account, region: aws.region };
    this.#rolePath = `/logomorph/${settings.environment}/`;
    this.#provider = this.#createProvider(aws);
    this.#own = { parent: this, providers: { aws: this.#provider } };

    const key = this.#createKey(aws);
    this.#network = this.#createNetwork(aws, key);
    const registry = this.#createRegistry(key);
    const ci = this.#createCiRoles(aws);
    this.#cluster = this.#createCluster(aws, key, this.#network, ci);

    this.providers = { kubernetes: this.#cluster.provider };
    this.outputs = {
      cluster: this.#cluster.name,
      region: pulumi.output(aws.region),
      serviceRepository: registry.service,
      workerRepository: registry.worker,
      ...(ci && { previewRole: ci.preview, deployRole: ci.deploy }),
    };
    this.registerOutputs({ cluster: this.#cluster.name });
  }

  dataStores(place: StorePlace, opts: pulumi.ComponentResourceOptions): DataStores {
    const own = this.#settings.dataStores;
    const stores = own.kind === 'aws' ? this.#createStores(own) : dataStores(this.#settings, place, opts);
    const identity = this.#createIdentity(place, stores, opts);
    return { ...stores, ready: [...stores.ready, ...this.#cluster.ready, ...identity] };
  }

  /** Works in that account alone, so that a wrong profile cannot make prod a second time in another. */
  #createProvider({ account, region }: AwsSettings) {
    const { environment } = this.#settings;
    const tags = { project: 'logomorph', environment, stack: pulumi.getStack(), 'managed-by': 'pulumi' };
    return new aws.Provider('aws', { region, allowedAccountIds: [account], defaultTags: { tags } }, { parent: this });
  }

  #createKey({ account, region }: AwsSettings) {
    const description = 'Secrets of Kubernetes, images and logs';
    return new EncryptionKey(
      'platform',
      { account, region, description, forLogs: true, protect: this.#settings.protectData },
      this.#own,
    );
  }

  #createNetwork(aws: AwsSettings, key: EncryptionKey) {
    const { region, account, zones, vpcCidr: cidr, natPerZone, logRetentionDays } = aws;
    return new Network(
      'network',
      { region, account, zones, cidr, natPerZone, rolePath: this.#rolePath, logKeyArn: key.arn, logRetentionDays },
      this.#own,
    );
  }

  #createRegistry({ arn: keyArn }: EncryptionKey) {
    const { environment, protectData: protect } = this.#settings;
    return new Registry('registry', { prefix: `logomorph-${environment}`, keyArn, protect }, this.#own);
  }

  #createCiRoles({ account, ci }: AwsSettings) {
    if (ci === undefined) return undefined;
    const { environment } = this.#settings;
    return new CiRoles('ci', { ...ci, account, environment, rolePath: this.#rolePath }, this.#own);
  }

  #createCluster(aws: AwsSettings, key: EncryptionKey, network: Network, ci: CiRoles | undefined) {
    const { environment, protectData: protect } = this.#settings;
    return new Cluster(
      'cluster',
      {
        ...aws,
        clusterName: `logomorph-${environment}`,
        rolePath: this.#rolePath,
        admins: [...aws.admins, ...(ci ? [ci.deploy] : [])],
        viewers: ci ? [ci.preview] : [],
        subnetIds: network.privateSubnetIds,
        keyArn: key.arn,
        protect,
      },
      this.#own,
    );
  }

  /** Below the platform: it is for pods of its namespace. */
  #createStores(stores: AwsStoreSettings): DataStores {
    const { environment, protectData: protect, corsOrigins } = this.#settings;
    const network = {
      vpcId: this.#network.vpcId,
      subnetIds: this.#network.dataSubnetIds,
      clientGroupId: this.#cluster.securityGroupId,
    };
    const prefix = `logomorph-${environment}`;
    return new AwsStores('stores', { ...this.#place, stores, network, prefix, corsOrigins, protect }, this.#own).stores;
  }

  #createIdentity({ namespace }: StorePlace, { bucket }: DataStores, opts: pulumi.ComponentResourceOptions) {
    if (bucket === undefined) return [];
    const { arn: clusterArn, name: clusterName } = this.#cluster;
    const args = { clusterArn, clusterName, namespace, bucket, rolePath: this.#rolePath };
    return [new PodIdentity('identity', args, { ...opts, providers: { aws: this.#provider } })];
  }
}
