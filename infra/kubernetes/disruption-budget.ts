import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { Labels } from '../labels.ts';

interface DisruptionBudgetArgs {
  namespace: pulumi.Input<string>;
  labels: Labels;
  /** Labels of the pods. */
  selector: Labels;
  /** How many of them stay while nodes are emptied. */
  minAvailable: number;
}

/** Keeps pods from being taken away all at once by who empties nodes. */
export class DisruptionBudget extends pulumi.ComponentResource {
  constructor(name: string, args: DisruptionBudgetArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:DisruptionBudget', name, {}, opts);
    this.#createBudget(name, args);
    this.registerOutputs();
  }

  #createBudget(name: string, { namespace, labels, selector, minAvailable }: DisruptionBudgetArgs) {
    return new k8s.policy.v1.PodDisruptionBudget(
      name,
      {
        metadata: { namespace, labels },
        spec: {
          minAvailable,
          selector: { matchLabels: selector },
          // Pods that are not ready serve nobody; with them on it, a node could never be emptied.
          unhealthyPodEvictionPolicy: 'AlwaysAllow',
        },
      },
      { parent: this },
    );
  }
}
