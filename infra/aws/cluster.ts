import type * as cloudwatch from '@pulumi/aws/cloudwatch/index.js';
import * as eks from '@pulumi/aws/eks/index.js';
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { deletedWith } from '../deleted-with.ts';
import { ClusterAccess } from './cluster-access.ts';
import { AddOns } from './cluster-add-ons.ts';
import { clusterKubeconfig } from './cluster-provider.ts';
import { createAutoNodeRole, createClusterRole } from './cluster-roles.ts';
import { createLogGroup } from './logs.ts';
import { ManagedNodes } from './managed-nodes.ts';
import type { createRole } from './role.ts';
import { Volumes } from './volumes.ts';

export interface ClusterArgs {
  /** Name of the cluster. It stays as it was made. */
  clusterName: string;
  region: string;
  /** Path of the stack's roles. */
  rolePath: string;
  kubernetesVersion: string;
  /** Private subnets, where nodes and pods are. */
  subnetIds: pulumi.Input<string>[];
  /** From where the API is reached over the internet. Empty: from the VPC alone. */
  endpointCidrs: readonly string[];
  /** ARNs of who may do all in the cluster. */
  admins: readonly pulumi.Input<string>[];
  /** ARNs of who may look at all in it but secrets. */
  viewers: readonly pulumi.Input<string>[];
  /** Machines of a group of a fixed size. Undefined: EKS makes and minds nodes as pods need them (Auto Mode). */
  nodes: { type: string; count: number } | undefined;
  /** Key that secrets of Kubernetes and the logs are encrypted with. */
  keyArn: pulumi.Input<string>;
  logRetentionDays: number;
  /** Tags of machines and disks of such a group, which have not those of what makes them. */
  tags: Record<string, string>;
  /** Whether both the engine and EKS refuse to delete it. */
  protect: boolean;
}

/** What is told of all that goes on in the control plane. */
const LOG_TYPES = ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'];

/** A cluster of EKS in private subnets, with its nodes. Who may do what in it is said by access entries alone. */
export class Cluster extends pulumi.ComponentResource {
  /** The cluster in AWS, for what goes with it. */
  readonly itself: eks.Cluster;
  readonly name: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
  /** The security group that all nodes and pods have: data stores let it in. */
  readonly securityGroupId: pulumi.Output<string>;
  /** Speaks to the cluster, once it can be spoken to. */
  readonly provider: k8s.Provider;
  /** How to speak to it; the token is asked of the `aws` command. */
  readonly kubeconfig: pulumi.Output<string>;
  /** What must be there before pods start. */
  readonly ready: pulumi.Resource[];

  readonly #own = { parent: this };

  constructor(name: string, args: ClusterArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Cluster', name, {}, opts);
    const logs = this.#createLogGroup(name, args);
    const role = createClusterRole(name, args, this.#own);
    const nodeRole = args.nodes ? undefined : createAutoNodeRole(args, this.#own);
    const cluster = this.#createCluster(name, args, role, logs, nodeRole);
    const access = this.#createAccess(args, cluster);
    const nodes = this.#createNodes(args, cluster);

    this.kubeconfig = clusterKubeconfig(cluster, args.region);
    this.provider = new k8s.Provider(
      name,
      { kubeconfig: this.kubeconfig, clusterIdentifier: cluster.arn },
      { parent: this, dependsOn: access },
    );
    const addOns = this.#createAddOns(args, cluster, nodes);
    this.ready = [access, addOns, this.#createVolumes(args, cluster, nodes)];
    this.itself = cluster;
    this.name = cluster.name;
    this.arn = cluster.arn;
    this.securityGroupId = cluster.vpcConfig.clusterSecurityGroupId;
    this.registerOutputs({ name: this.name, arn: this.arn });
  }

  #createLogGroup(name: string, { clusterName, keyArn, logRetentionDays: retentionDays }: ClusterArgs) {
    return createLogGroup(name, `/aws/eks/${clusterName}/cluster`, { keyArn, retentionDays }, this.#own);
  }

  #createCluster(
    name: string,
    args: ClusterArgs,
    role: ReturnType<typeof createRole>,
    logs: cloudwatch.LogGroup,
    nodeRole: ReturnType<typeof createRole> | undefined,
  ) {
    const { clusterName, kubernetesVersion, subnetIds, endpointCidrs, keyArn, protect } = args;
    // EKS takes these three on together or not at all.
    const enabled = nodeRole !== undefined;
    return new eks.Cluster(
      name,
      {
        name: clusterName,
        roleArn: role.arn,
        version: kubernetesVersion,
        // Else a version that is late is kept for six times the price.
        upgradePolicy: { supportType: 'STANDARD' },
        accessConfig: { authenticationMode: 'API', bootstrapClusterCreatorAdminPermissions: false },
        bootstrapSelfManagedAddons: false,
        computeConfig: nodeRole
          ? { enabled, nodePools: ['general-purpose', 'system'], nodeRoleArn: nodeRole.arn }
          : { enabled },
        kubernetesNetworkConfig: { elasticLoadBalancing: { enabled } },
        storageConfig: { blockStorage: { enabled } },
        encryptionConfig: { provider: { keyArn }, resources: ['secrets'] },
        enabledClusterLogTypes: LOG_TYPES,
        vpcConfig: {
          subnetIds,
          endpointPrivateAccess: true,
          endpointPublicAccess: endpointCidrs.length > 0,
          ...(endpointCidrs.length > 0 && { publicAccessCidrs: [...endpointCidrs] }),
        },
        deletionProtection: protect,
      },
      // The control plane clears up with the role's rights: they must outlive it.
      { ...this.#own, protect, dependsOn: [logs, ...role.rights, ...(nodeRole?.rights ?? [])] },
    );
  }

  #createAccess({ admins, viewers }: ClusterArgs, cluster: eks.Cluster) {
    return new ClusterAccess('access', { clusterName: cluster.name, admins, viewers }, this.#inside(cluster));
  }

  #createNodes({ nodes, rolePath, subnetIds, kubernetesVersion, tags }: ClusterArgs, cluster: eks.Cluster) {
    if (nodes === undefined) return undefined;
    const args = { ...nodes, clusterName: cluster.name, rolePath, subnetIds, kubernetesVersion, tags };
    return new ManagedNodes('nodes', args, this.#own);
  }

  #createAddOns({ nodes }: ClusterArgs, cluster: eks.Cluster, group: ManagedNodes | undefined) {
    return new AddOns(
      'add-ons',
      { clusterName: cluster.name, managed: nodes !== undefined, provider: this.provider },
      { ...this.#inside(cluster), dependsOn: group ?? [] },
    );
  }

  #createVolumes({ nodes, rolePath }: ClusterArgs, cluster: eks.Cluster, group: ManagedNodes | undefined) {
    const { name: clusterName, arn: clusterArn } = cluster;
    const args = { clusterName, clusterArn, rolePath, managed: nodes !== undefined, provider: this.provider };
    return new Volumes('volumes', args, { ...this.#inside(cluster), dependsOn: group ?? [] });
  }

  /** For what is gone when the cluster is. */
  #inside(cluster: eks.Cluster) {
    return { parent: this, transformations: [deletedWith(cluster, /^(aws:eks\/|kubernetes:)/)] };
  }
}
