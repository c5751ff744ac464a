import * as eks from '@pulumi/aws/eks/index.js';
import * as pulumi from '@pulumi/pulumi';

interface ClusterAccessArgs {
  clusterName: pulumi.Input<string>;
  /** ARNs of who may do all in the cluster. */
  admins: readonly pulumi.Input<string>[];
  /** ARNs of who may look at all but secrets. */
  viewers: readonly pulumi.Input<string>[];
}

/** Who may speak to a cluster: nobody else, whatever their rights in the account are. */
export class ClusterAccess extends pulumi.ComponentResource {
  constructor(name: string, args: ClusterAccessArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:ClusterAccess', name, {}, opts);
    const { clusterName, admins, viewers } = args;
    for (const [i, arn] of admins.entries()) this.#let(`admin-${i}`, clusterName, arn, 'AmazonEKSClusterAdminPolicy');
    for (const [i, arn] of viewers.entries()) this.#let(`viewer-${i}`, clusterName, arn, 'AmazonEKSViewPolicy');
    this.registerOutputs({});
  }

  #let(name: string, clusterName: pulumi.Input<string>, principalArn: pulumi.Input<string>, policy: string) {
    const entry = new eks.AccessEntry(name, { clusterName, principalArn }, { parent: this });
    const policyArn = `arn:aws:eks::aws:cluster-access-policy/${policy}`;
    const rights = { clusterName, principalArn, policyArn, accessScope: { type: 'cluster' } };
    return new eks.AccessPolicyAssociation(name, rights, { parent: this, dependsOn: entry });
  }
}
