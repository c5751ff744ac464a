import * as eks from '@pulumi/aws/eks/index.js';
import * as pulumi from '@pulumi/pulumi';
import { type Bucket, bucketRights, type Program } from './bucket-rights.ts';
import { createPodRole } from './pod-role.ts';

interface PodIdentityArgs {
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

  #createRole(program: Program, { bucket, rolePath: path, clusterArn, namespace }: PodIdentityArgs) {
    const statements = pulumi.output(bucket).apply((one) => bucketRights(program, one));
    const description = `Pods of ${program} at their bucket`;
    const role = { path, description, clusterArn, namespace, serviceAccount: program, statements };
    return createPodRole(program, role, { parent: this });
  }
}
