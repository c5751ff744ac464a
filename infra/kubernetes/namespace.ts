import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { type Labels, recommendedLabels } from '../labels.ts';

interface RestrictedNamespaceArgs {
  /** Name of the namespace; fixed, since people and commands name it. */
  namespace: string;
  /** By which what is in the cluster knows it, beside the usual ones. */
  labels: Labels;
  /** Whether the engine refuses to delete it, and with it all that is in it. */
  protect: boolean;
}

/** A namespace that takes only pods which meet the pod-security level `restricted`. */
export class RestrictedNamespace extends pulumi.ComponentResource {
  /** The namespace itself, for `deletedWith`: what is in it goes with it, without a call for each. */
  readonly resource: k8s.core.v1.Namespace;
  readonly namespace: pulumi.Output<string>;

  constructor(name: string, args: RestrictedNamespaceArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:RestrictedNamespace', name, {}, opts);
    this.resource = this.#createNamespace(name, args);
    this.namespace = this.resource.metadata.name;
    this.registerOutputs({ namespace: this.namespace });
  }

  #createNamespace(name: string, { namespace, labels: more, protect }: RestrictedNamespaceArgs) {
    const own = recommendedLabels({ name: 'logomorph', component: 'namespace', instance: namespace });
    const labels = { ...own, ...more };
    for (const mode of ['enforce', 'warn', 'audit']) labels[`pod-security.kubernetes.io/${mode}`] = 'restricted';
    return new k8s.core.v1.Namespace(name, { metadata: { name: namespace, labels } }, { parent: this, protect });
  }
}
