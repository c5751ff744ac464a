import * as ec2 from '@pulumi/aws/ec2/index.js';
import * as eks from '@pulumi/aws/eks/index.js';
import * as pulumi from '@pulumi/pulumi';
import { createRole, managedPolicies, trustService } from './role.ts';

interface ManagedNodesArgs {
  clusterName: pulumi.Input<string>;
  /** Path of the stack's roles. */
  rolePath: string;
  kubernetesVersion: string;
  subnetIds: pulumi.Input<string>[];
  /** Type of the machines. */
  type: string;
  /** How many there are. */
  count: number;
  /** Tags of the machines and their disks. */
  tags: Record<string, string>;
}

/** Nodes of a fixed number, with the network that they need before any pod runs. */
export class ManagedNodes extends pulumi.ComponentResource {
  constructor(name: string, args: ManagedNodesArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:ManagedNodes', name, {}, opts);
    const role = this.#createRole(name, args);
    const network = this.#createNetworkAddOn(args);
    const template = this.#createTemplate(name, args);
    this.#createGroup(name, args, template, role, network);
    this.registerOutputs({});
  }

  #createRole(name: string, { rolePath }: ManagedNodesArgs) {
    return createRole(
      name,
      {
        path: rolePath,
        description: 'Nodes of the managed group',
        trust: trustService('ec2.amazonaws.com'),
        managed: managedPolicies([
          'AmazonEKSWorkerNodePolicy',
          'AmazonEKS_CNI_Policy',
          'AmazonEC2ContainerRegistryPullOnly',
        ]),
      },
      { parent: this },
    );
  }

  #createNetworkAddOn({ clusterName }: ManagedNodesArgs) {
    const configurationValues = JSON.stringify({ enableNetworkPolicy: 'true' });
    return new eks.Addon('vpc-cni', { clusterName, addonName: 'vpc-cni', configurationValues }, { parent: this });
  }

  /** Disks are encrypted. A pod is one hop too far from the node's own credentials. */
  #createTemplate(name: string, { tags }: ManagedNodesArgs) {
    const ebs = { encrypted: 'true', volumeSize: 50, volumeType: 'gp3', deleteOnTermination: 'true' };
    return new ec2.LaunchTemplate(
      name,
      {
        metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
        tagSpecifications: ['instance', 'volume'].map((resourceType) => ({ resourceType, tags })),
        blockDeviceMappings: [{ deviceName: '/dev/xvda', ebs }],
      },
      { parent: this },
    );
  }

  #createGroup(
    name: string,
    { clusterName, kubernetesVersion, subnetIds, type, count }: ManagedNodesArgs,
    template: ec2.LaunchTemplate,
    role: ReturnType<typeof createRole>,
    network: eks.Addon,
  ) {
    return new eks.NodeGroup(
      name,
      {
        clusterName,
        version: kubernetesVersion,
        nodeRoleArn: role.arn,
        subnetIds,
        amiType: 'AL2023_x86_64_STANDARD',
        instanceTypes: [type],
        launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
        scalingConfig: { minSize: count, desiredSize: count, maxSize: count },
        updateConfig: { maxUnavailable: 1 },
      },
      { parent: this, dependsOn: [network, ...role.rights] },
    );
  }
}
