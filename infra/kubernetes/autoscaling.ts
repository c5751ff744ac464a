import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import type { Labels } from '../labels.ts';

interface AutoscalingArgs {
  namespace: pulumi.Input<string>;
  labels: Labels;
  /** What is scaled; its `replicas` must be left out. */
  target: k8s.apps.v1.Deployment;
  /** The fewest pods. */
  minReplicas: number;
  /** The most pods. */
  maxReplicas: number;
  /** How long there has to be less to do before pods are taken away. */
  scaleInSeconds: number;
}

/** Share of the requested CPU and memory, in percent, above which pods are added. */
const CPU_PERCENT = 70;
const MEMORY_PERCENT = 80;

/** The number of pods by CPU and memory: up fast, since a client waits, and down slowly, since load comes back. */
export class Autoscaling extends pulumi.ComponentResource {
  constructor(name: string, args: AutoscalingArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Autoscaling', name, {}, opts);
    this.#createAutoscaler(name, args);
    this.registerOutputs();
  }

  #createAutoscaler(name: string, args: AutoscalingArgs) {
    const { namespace, labels, target, minReplicas, maxReplicas, scaleInSeconds } = args;
    return new k8s.autoscaling.v2.HorizontalPodAutoscaler(
      name,
      {
        metadata: { namespace, labels },
        spec: {
          scaleTargetRef: { apiVersion: target.apiVersion, kind: target.kind, name: target.metadata.name },
          minReplicas,
          maxReplicas,
          metrics: [utilisation('cpu', CPU_PERCENT), utilisation('memory', MEMORY_PERCENT)],
          behavior: {
            scaleUp: {
              stabilizationWindowSeconds: 30,
              selectPolicy: 'Max',
              policies: [
                { type: 'Pods', value: 2, periodSeconds: 30 },
                { type: 'Percent', value: 100, periodSeconds: 30 },
              ],
            },
            scaleDown: {
              stabilizationWindowSeconds: scaleInSeconds,
              selectPolicy: 'Min',
              policies: [
                { type: 'Pods', value: 2, periodSeconds: 60 },
                { type: 'Percent', value: 50, periodSeconds: 60 },
              ],
            },
          },
        },
      },
      { parent: this },
    );
  }
}

function utilisation(name: string, averageUtilization: number): k8s.types.input.autoscaling.v2.MetricSpec {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } };
}
