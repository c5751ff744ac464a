import type * as aws from '@pulumi/aws/provider.js';
import * as pulumi from '@pulumi/pulumi';
import { accountProvider } from '../aws/account-provider.ts';
import { type Base, type BaseArgs, createBase, prefixOf } from '../aws/base.ts';
import { Boundary, heldBy } from '../aws/boundary.ts';
import type { Edge } from '../aws/edge.ts';
import { PodIdentity } from '../aws/identity.ts';
import type { AwsSettings } from '../aws/settings.ts';
import type { AwsStoreSettings } from '../aws/store-settings.ts';
import { AwsStores } from '../aws/stores.ts';
import { READINESS_GATES } from '../aws/target-annotations.ts';
import { type DataStores, dataStores, type StorePlace } from '../data-stores.ts';
import type { HostCluster } from '../guests/host-access.ts';
import { createSecretStore } from '../kubernetes/external-secret.ts';
import type { SecretKeeper } from '../kubernetes/secret.ts';
import { type Labels, recommendedLabels } from '../labels.ts';
import type { Settings } from '../settings.ts';
import { createEdge, exposeApi } from './aws-edge.ts';
import type { ExposedApi, SecretPlace, Target, TargetOutputs } from './target.ts';

interface AwsTargetArgs {
  settings: Settings;
  /** What is to be made in AWS. */
  aws: AwsSettings;
}

/** Type of the target: what is below it can be made before the platform is. */
export const AWS_TARGET = 'logomorph:targets:Aws';

/** A cluster in an AWS account, and all that it stands on. */
export class AwsTarget extends pulumi.ComponentResource implements Target {
  readonly providers: Record<string, pulumi.ProviderResource>;
  readonly namespaceLabels: Labels;
  readonly cluster: pulumi.Output<HostCluster>;
  readonly outputs: TargetOutputs;

  readonly #settings: Settings;
  readonly #aws: AwsSettings;
  /** Path of all roles of the stack. */
  readonly #rolePath: string;
  readonly #provider: aws.Provider;
  readonly #boundary: Boundary;
  readonly #own: pulumi.ComponentResourceOptions;
  readonly #args: BaseArgs;
  readonly #base: Base;
  readonly #edge: Edge | undefined;

  constructor(name: string, { settings, aws }: AwsTargetArgs, opts?: pulumi.ComponentResourceOptions) {
    super(AWS_TARGET, name, {}, opts);
    this.#settings = settings;
    this.#aws = aws;
    this.#rolePath = `/logomorph/${settings.environment}/`;
    this.#provider = accountProvider({ ...aws, environment: settings.environment }, { parent: this });
    this.#boundary = this.#createBoundary();
    this.#own = { parent: this, ...this.#inAws() };
    this.#args = { settings, aws, rolePath: this.#rolePath };
    this.#base = createBase(this.#args, this.#own);
    this.#edge = createEdge(this.#args, this.#base, this.#own);
    this.namespaceLabels = this.#edge ? READINESS_GATES : {};

    const { cluster, registry, ci } = this.#base;
    this.providers = { kubernetes: cluster.provider };
    this.cluster = this.#forGuests();
    this.outputs = {
      cluster: cluster.name,
      region: pulumi.output(aws.region),
      serviceRepository: registry.service,
      workerRepository: registry.worker,
      ...(ci && { previewRole: ci.preview, deployRole: ci.deploy }),
    };
    this.registerOutputs({ cluster: cluster.name });
  }

  dataStores(place: StorePlace, opts: pulumi.ComponentResourceOptions): DataStores {
    const own = this.#settings.dataStores;
    const stores = own.kind === 'aws' ? this.#createStores(own) : dataStores(this.#settings, place, opts);
    const identity = this.#createIdentity(place, stores, opts);
    return { ...stores, ready: [...stores.ready, ...this.#base.cluster.ready, ...identity] };
  }

  expose(api: ExposedApi, opts: pulumi.ComponentResourceOptions) {
    const own = pulumi.mergeOptions(opts, { ...this.#inAws(), dependsOn: this.#edge?.ready ?? [] });
    return exposeApi(this.#args, this.#base, this.#edge, api, own);
  }

  secretKeeper(place: SecretPlace, opts: pulumi.ComponentResourceOptions): SecretKeeper | undefined {
    const { secrets } = this.#base;
    if (secrets === undefined) return undefined;
    const labels = recommendedLabels({ name: 'logomorph', component: 'secrets', instance: place.instance });
    const metadata = { namespace: place.namespace, labels };
    return {
      store: createSecretStore('secrets', { metadata, region: this.#aws.region }, opts),
      keep: (name, values, parent) => secrets.put(name, values, { parent, provider: this.#provider }),
    };
  }

  #forGuests() {
    const { name, arn, kubeconfig } = this.#base.cluster;
    return pulumi.output({ name, arn, kubeconfig, rolePath: this.#rolePath, boundary: this.#boundary.arn });
  }

  #createBoundary() {
    const { account } = this.#aws;
    const args = { account, environment: this.#settings.environment, rolePath: this.#rolePath };
    return new Boundary('boundary', args, { parent: this, providers: { aws: this.#provider } });
  }

  /** What all that is made in the account is made with. */
  #inAws() {
    return { providers: { aws: this.#provider }, transformations: [heldBy(this.#boundary.arn)] };
  }

  #createStores(stores: AwsStoreSettings): DataStores {
    const { account, region, logRetentionDays: retentionDays } = this.#aws;
    const { protectData: protect, corsOrigins } = this.#settings;
    const { network, cluster, key, notices } = this.#base;
    const where = { vpcId: network.vpcId, subnetIds: network.dataSubnetIds, clientGroupId: cluster.securityGroupId };
    const prefix = prefixOf(this.#settings);
    const logs = { keyArn: key.arn, retentionDays };
    const shared = { account, region, prefix, corsOrigins, protect, logs, noticesArn: notices.topicArn };
    return new AwsStores('stores', { ...shared, stores, network: where }, this.#own).stores;
  }

  /** Below the platform: it is for pods of its namespace. */
  #createIdentity({ namespace }: StorePlace, { bucket }: DataStores, opts: pulumi.ComponentResourceOptions) {
    if (bucket === undefined) return [];
    const { arn: clusterArn, name: clusterName } = this.#base.cluster;
    const args = { clusterArn, clusterName, namespace, bucket, rolePath: this.#rolePath };
    return [new PodIdentity('identity', args, pulumi.mergeOptions(opts, this.#inAws()))];
  }
}
