import * as pulumi from '@pulumi/pulumi';
import type { Statement } from './policy.ts';
import { createRole, type RoleArgs } from './role.ts';

interface PodRoleArgs extends Omit<RoleArgs, 'trust'> {
  clusterArn: pulumi.Input<string>;
  namespace: pulumi.Input<string>;
  /** The service account of the pods. */
  serviceAccount: string;
}

/** Makes a role for the pods of one service account of one cluster. */
export function createPodRole(
  name: string,
  { clusterArn, namespace, serviceAccount, ...role }: PodRoleArgs,
  opts: pulumi.CustomResourceOptions,
) {
  const trust = pulumi.all([clusterArn, namespace]).apply(([arn, place]) => trustPods(serviceAccount, arn, place));
  return createRole(name, { ...role, trust }, opts);
}

/** Trust in those pods alone: an association cannot hand the role to others. */
function trustPods(serviceAccount: string, clusterArn: string, namespace: string): Statement[] {
  return [
    {
      Effect: 'Allow',
      Principal: { Service: 'pods.eks.amazonaws.com' },
      Action: ['sts:AssumeRole', 'sts:TagSession'],
      Condition: {
        StringEquals: {
          'aws:RequestTag/eks-cluster-arn': clusterArn,
          'aws:RequestTag/kubernetes-namespace': namespace,
          'aws:RequestTag/kubernetes-service-account': serviceAccount,
        },
      },
    },
  ];
}
