import * as eks from '@pulumi/aws/eks/index.js';
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';
import { createPodRole } from './pod-role.ts';
import { managedPolicies } from './role.ts';

interface VolumesArgs {
  clusterName: pulumi.Input<string>;
  clusterArn: pulumi.Input<string>;
  /** Path of the stack's roles. */
  rolePath: string;
  /** Whether nodes are a managed group: on its own nodes EKS makes disks itself. */
  managed: boolean;
  /** Speaks to the cluster. */
  provider: k8s.Provider;
}

const ADD_ON = 'aws-ebs-csi-driver';
/** Service account that the add-on makes disks with. */
const ACCOUNT = 'ebs-csi-controller-sa';

/** Disks for pods that ask for a volume. A cluster of EKS has no class of them that is its default. */
export class Volumes extends pulumi.ComponentResource {
  readonly #own = { parent: this };

  constructor(name: string, args: VolumesArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:Volumes', name, {}, opts);
    if (args.managed) this.#createDriver(args);
    this.#createClass(name, args);
    this.registerOutputs({});
  }

  #createDriver({ clusterName, clusterArn, rolePath: path }: VolumesArgs) {
    const pods = { clusterArn, namespace: 'kube-system', serviceAccount: ACCOUNT };
    const managed = managedPolicies(['service-role/AmazonEBSCSIDriverPolicy']);
    const description = 'Makes disks for pods, and attaches them to nodes';
    const role = createPodRole(ACCOUNT, { path, description, ...pods, managed }, this.#own);
    const podIdentityAssociations = [{ serviceAccount: ACCOUNT, roleArn: role.arn }];
    return new eks.Addon(
      ADD_ON,
      { clusterName, addonName: ADD_ON, podIdentityAssociations },
      { ...this.#own, dependsOn: role.rights },
    );
  }

  /** In a zone of its own each, so a disk is made only when it is known where its pod runs. */
  #createClass(name: string, { managed, provider }: VolumesArgs) {
    const labels = recommendedLabels({ name, component: 'storage', instance: 'kube-system' });
    return new k8s.storage.v1.StorageClass(
      name,
      {
        metadata: { labels, annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' } },
        provisioner: managed ? 'ebs.csi.aws.com' : 'ebs.csi.eks.amazonaws.com',
        parameters: { type: 'gp3', encrypted: 'true' },
        volumeBindingMode: 'WaitForFirstConsumer',
        allowVolumeExpansion: true,
      },
      { ...this.#own, provider },
    );
  }
}
