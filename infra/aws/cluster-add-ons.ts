import * as eks from '@pulumi/aws/eks/index.js';
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';

interface AddOnsArgs {
  clusterName: pulumi.Input<string>;
  /** Whether nodes are a managed group: EKS brings most of what runs on its own nodes itself. */
  managed: boolean;
  /** Speaks to the cluster. */
  provider: k8s.Provider;
}

/** What runs in a cluster beside programs: autoscalers measure by it, and network policies act by it. */
export class AddOns extends pulumi.ComponentResource {
  readonly #clusterName: pulumi.Input<string>;

  constructor(name: string, args: AddOnsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:aws:AddOns', name, {}, opts);
    this.#clusterName = args.clusterName;
    this.#createAddOn('metrics-server');
    if (args.managed) for (const addOn of ['coredns', 'eks-pod-identity-agent', 'kube-proxy']) this.#createAddOn(addOn);
    else this.#enableNetworkPolicies(args);
    this.registerOutputs({});
  }

  #createAddOn(addonName: string) {
    return new eks.Addon(addonName, { clusterName: this.#clusterName, addonName }, { parent: this });
  }

  /** The nodes of EKS take this from a config map of that name; without it policies are stored and do nothing. */
  #enableNetworkPolicies({ provider }: AddOnsArgs) {
    const labels = recommendedLabels({ name: 'amazon-vpc-cni', component: 'network', instance: 'kube-system' });
    return new k8s.core.v1.ConfigMap(
      'network-policies',
      {
        metadata: { name: 'amazon-vpc-cni', namespace: 'kube-system', labels },
        data: { 'enable-network-policy-controller': 'true' },
      },
      { parent: this, provider },
    );
  }
}
