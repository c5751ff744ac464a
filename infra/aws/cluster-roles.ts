import type * as pulumi from '@pulumi/pulumi';
import { createRole, managedPolicies, trustService } from './role.ts';

/** What the control plane does that minds nodes, disks and load balancers itself. */
const CLUSTER_POLICIES = [
  'AmazonEKSClusterPolicy',
  'AmazonEKSComputePolicy',
  'AmazonEKSBlockStoragePolicy',
  'AmazonEKSLoadBalancingPolicy',
  'AmazonEKSNetworkingPolicy',
];

/** Makes the role of the control plane; where it minds no nodes it may do little. */
export function createClusterRole(
  name: string,
  { rolePath, nodes }: { rolePath: string; nodes: object | undefined },
  opts: pulumi.CustomResourceOptions,
) {
  return createRole(
    name,
    {
      path: rolePath,
      description: 'The control plane of the cluster',
      trust: trustService('eks.amazonaws.com', ['sts:AssumeRole', 'sts:TagSession']),
      managed: managedPolicies(nodes ? ['AmazonEKSClusterPolicy'] : CLUSTER_POLICIES),
    },
    opts,
  );
}

/** Makes the role of nodes that EKS minds: they pull images, and no more. */
export function createAutoNodeRole({ rolePath }: { rolePath: string }, opts: pulumi.CustomResourceOptions) {
  return createRole(
    'auto-nodes',
    {
      path: rolePath,
      description: 'Nodes that EKS minds',
      trust: trustService('ec2.amazonaws.com'),
      managed: managedPolicies(['AmazonEKSWorkerNodeMinimalPolicy', 'AmazonEC2ContainerRegistryPullOnly']),
    },
    opts,
  );
}
