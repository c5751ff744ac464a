import { PORTS } from '@logomorph/contract/ports.ts';
import { type TimeSettings, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { DisruptionBudget } from './disruption-budget.ts';
import { type ProgramArgs, type ProgramLabels, programAccount, programLabels, programPod, ROLLOUT } from './program.ts';
import { QueueScaling, type QueueScalingArgs } from './queue-scaling.ts';

/** How many pods: always as many, or by the work there is. */
export type WorkerScaling =
  | { kind: 'fixed'; replicas: number }
  | ({ kind: 'keda' } & Omit<QueueScalingArgs, 'namespace' | 'labels' | 'target'>);

interface WorkerArgs extends ProgramArgs {
  scaling: WorkerScaling;
  /** What the time a pod is given to stop in follows from. */
  times: TimeSettings;
}

/** The workers, which take renders from the queue; nothing calls them but probes and Prometheus. */
export class Worker extends pulumi.ComponentResource {
  /** Name of the deployment, which the engine chose. */
  readonly deployment: pulumi.Output<string>;

  constructor(name: string, args: WorkerArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Worker', name, {}, opts);
    const labels = programLabels(name, 'worker', args);
    const account = programAccount(name, args, labels, this);
    const deployment = this.#createDeployment(name, args, labels, account);
    this.#createScaling(name, args, labels, deployment);
    this.#createDisruptionBudget(name, args, labels);
    this.deployment = deployment.metadata.name;
    this.registerOutputs({ deployment: this.deployment });
  }

  #createDeployment(
    name: string,
    args: WorkerArgs,
    { versioned, selector }: ProgramLabels,
    account: k8s.core.v1.ServiceAccount,
  ) {
    const pod = programPod(name, args, {
      port: PORTS.worker,
      selector: selector,
      serviceAccount: account.metadata.name,
      graceSeconds: timeBudgets(args.times).workerGrace,
    });
    return new k8s.apps.v1.Deployment(
      name,
      {
        metadata: { namespace: args.namespace, labels: versioned },
        spec: {
          // With KEDA the field is its autoscaler's, and each deploy would set it back.
          ...(args.scaling.kind === 'fixed' && { replicas: args.scaling.replicas }),
          selector: { matchLabels: selector },
          strategy: ROLLOUT,
          progressDeadlineSeconds: args.rolloutDeadline,
          template: { metadata: { labels: versioned }, spec: pod },
        },
      },
      { parent: this, ...(args.scaling.kind === 'keda' && { ignoreChanges: ['spec.replicas'] }) },
    );
  }

  #createScaling(name: string, args: WorkerArgs, { lasting }: ProgramLabels, target: k8s.apps.v1.Deployment) {
    const { namespace, scaling } = args;
    if (scaling.kind === 'fixed') return;
    const { kind: _, ...bounds } = scaling;
    new QueueScaling(name, { ...bounds, namespace, labels: lasting, target }, { parent: this });
  }

  #createDisruptionBudget(name: string, { namespace, minAvailable }: WorkerArgs, { lasting, selector }: ProgramLabels) {
    if (minAvailable === 0) return;
    new DisruptionBudget(name, { namespace, labels: lasting, selector, minAvailable }, { parent: this });
  }
}
