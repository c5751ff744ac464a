import type * as pulumi from '@pulumi/pulumi';
import type { DataStores, StorePlace } from '../data-stores.ts';
import type { HostCluster } from '../guests/host-access.ts';
import type { SecretKeeper } from '../kubernetes/secret.ts';
import type { Labels } from '../labels.ts';

/** What a platform stands on: a cluster, and where the data is. */
export interface Target {
  /** They make the objects of Kubernetes. None: the cluster is that of the stack's context. */
  readonly providers: Record<string, pulumi.ProviderResource>;
  /** By which what is in the cluster knows the namespace. */
  readonly namespaceLabels: Labels;
  /** Finds the data stores or makes them, and lets the programs of the place at them. */
  dataStores(place: StorePlace, opts: pulumi.ComponentResourceOptions): DataStores;
  /** Lets clients of the internet at the API, where the settings ask for that, and says where. */
  expose(api: ExposedApi, opts: pulumi.ComponentResourceOptions): pulumi.Output<string> | undefined;
  /** Where secrets of the place are kept. Undefined: the engine writes them into the cluster itself. */
  secretKeeper(place: SecretPlace, opts: pulumi.ComponentResourceOptions): SecretKeeper | undefined;
  /** The cluster as guests are told of it. Undefined where it is the one of their context. */
  readonly cluster?: pulumi.Output<HostCluster>;
  /** What a stack tells of it. */
  readonly outputs: TargetOutputs;
}

/** What clients are let at. */
export interface ExposedApi {
  namespace: pulumi.Output<string>;
  /** Value of the instance label, and name of the namespace. */
  instance: string;
  /** Name of its service. */
  service: pulumi.Output<string>;
}

/** Where a platform is that needs secrets. */
export type SecretPlace = Pick<StorePlace, 'namespace' | 'instance'>;

/** What a stack tells of what it stands on. */
export interface TargetOutputs {
  /** Last day of a guest. */
  expires?: pulumi.Output<string>;
  /** Name of the cluster in AWS. */
  cluster?: pulumi.Output<string>;
  /** Region of AWS that it is in. */
  region?: pulumi.Output<string>;
  /** Where the images of both programs go, less tag and digest. */
  serviceRepository?: pulumi.Output<string>;
  workerRepository?: pulumi.Output<string>;
  /** ARNs of the roles that workflows take on, where there are such. */
  previewRole?: pulumi.Output<string>;
  deployRole?: pulumi.Output<string>;
}
