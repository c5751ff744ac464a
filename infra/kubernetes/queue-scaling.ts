import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { Labels } from '../labels.ts';
import { UNFINISHED_RENDERS } from '../observability/scaling-query.ts';

export interface QueueScalingArgs {
  namespace: pulumi.Input<string>;
  labels: Labels;
  /** What is scaled; its `replicas` must be left out. */
  target: k8s.apps.v1.Deployment;
  /** The fewest pods. */
  minReplicas: number;
  /** The most pods. */
  maxReplicas: number;
  /** How many unfinished renders there are to be for a pod. */
  rendersPerPod: number;
  /** How long there has to be less to do before pods are taken away. */
  scaleInSeconds: number;
  /** Address of Prometheus in the cluster, by which KEDA reaches it from its own namespace. */
  prometheusUrl: pulumi.Input<string>;
}

/** How often KEDA looks, in seconds; Prometheus has new figures every ten. */
const INTERVAL = 10;

/** The number of workers by the renders that are not finished, as a ScaledObject of KEDA. */
export class QueueScaling extends pulumi.ComponentResource {
  constructor(name: string, args: QueueScalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:QueueScaling', name, {}, opts);
    this.#createScaledObject(name, args);
    this.registerOutputs();
  }

  #createScaledObject(name: string, args: QueueScalingArgs) {
    const { namespace, labels, target, minReplicas, maxReplicas } = args;
    return new k8s.apiextensions.CustomResource(
      name,
      {
        apiVersion: 'keda.sh/v1alpha1',
        kind: 'ScaledObject',
        metadata: { namespace, labels },
        spec: {
          scaleTargetRef: { apiVersion: target.apiVersion, kind: target.kind, name: target.metadata.name },
          minReplicaCount: minReplicas,
          maxReplicaCount: maxReplicas,
          pollingInterval: INTERVAL,
          advanced: { horizontalPodAutoscalerConfig: { behavior: behaviour(args) } },
          triggers: [trigger(args)],
        },
      },
      { parent: this },
    );
  }
}

/** Up at once, since renders wait; down slowly, as a worker that goes has to end what it is at, and work comes in batches. */
function behaviour({
  scaleInSeconds,
}: QueueScalingArgs): k8s.types.input.autoscaling.v2.HorizontalPodAutoscalerBehavior {
  return {
    scaleUp: {
      stabilizationWindowSeconds: 0,
      selectPolicy: 'Max',
      policies: [
        { type: 'Pods', value: 4, periodSeconds: 15 },
        { type: 'Percent', value: 100, periodSeconds: 15 },
      ],
    },
    scaleDown: {
      stabilizationWindowSeconds: scaleInSeconds,
      policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }],
    },
  };
}

function trigger({ prometheusUrl, rendersPerPod }: QueueScalingArgs) {
  return {
    type: 'prometheus',
    metricType: 'AverageValue',
    metadata: {
      serverAddress: prometheusUrl,
      query: UNFINISHED_RENDERS,
      threshold: `${rendersPerPod}`,
      // While no API pod answers there is no figure. That is not zero, and the workers stay as many as they are.
      ignoreNullValues: 'false',
    },
  };
}
