import * as eks from '@pulumi/aws/eks/index.js';
import * as pulumi from '@pulumi/pulumi';
import { type Bucket, bucketRights, type Program } from './bucket-rights.ts';
import type { Statement } from './policy.ts';
import { createRole } from './role.ts';

export interface PodIdentityArgs {
  clusterName: pulumi.Input<string>;
  clusterArn: pulumi.Input<string>;
  /** Namespace of the programs. */
  namespace: pulumi.Input<string>;
  /** The bucket with the pictures. */
  bucket: pulumi.Input<Bucket>;
  /** Path of the stack's roles. */
  rolePath: pulumi.Input<string>;
  /** The programs with pods. Default: API and worker. */
  programs?: readonly Program[];
}

/** Gives the pods of each program the rights in AWS that it needs, by its service account. */
export class PodIdentity extends pulumi.ComponentResource {
  constructor(name: string, args: PodIdentityArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:PodIdentity', name, {}, opts);
    for (const program of args.programs ?? ['api', 'worker']) this.#grant(program, args);
    this.registerOutputs({});
  }

  #grant(program: Program, args: PodIdentityArgs) {
    const role = this.#createRole(program, args);
    const { clusterName, namespace } = args;
    return new eks.PodIdentityAssociation(
      program,
      { clusterName, namespace, serviceAccount: program, roleArn: role.arn },
      { parent: this, dependsOn: role.rights },
    );
  }

  #createRole(program: Program, { clusterArn, namespace, bucket, rolePath }: PodIdentityArgs) {
    const trust = pulumi.all([clusterArn, namespace]).apply(([arn, place]) => trustPods(program, arn, place));
    const statements = pulumi.output(bucket).apply((one) => bucketRights(program, one));
    return createRole(
      program,
      { path: rolePath, description: `Pods of ${program} at their bucket`, trust, statements },
      { parent: this },
    );
  }
}

/** Trust in the pods of one service account of one cluster: an association cannot hand the role to others. */
export function trustPods(serviceAccount: string, clusterArn: string, namespace: string): Statement[] {
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
