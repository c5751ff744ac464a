import { PORTS } from '@logomorph/contract/ports.ts';
import { type TimeSettings, timeBudgets } from '@logomorph/contract/time-budgets.ts';
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { Autoscaling } from './autoscaling.ts';
import { DisruptionBudget } from './disruption-budget.ts';
import { type ProgramArgs, type ProgramLabels, programAccount, programLabels, programPod, ROLLOUT } from './program.ts';

interface ApiArgs extends ProgramArgs {
  /** The fewest pods. */
  minReplicas: number;
  /** The most pods. */
  maxReplicas: number;
  /** How long there has to be less to do before pods are taken away. */
  scaleInSeconds: number;
  /** What the time a pod is given to stop in follows from. */
  times: TimeSettings;
}

/** The API: its pods, their number by load, and the address they share. */
export class Api extends pulumi.ComponentResource {
  /** Name of the deployment, which the engine chose. */
  readonly deployment: pulumi.Output<string>;
  /** Name of the service. */
  readonly service: pulumi.Output<string>;

  constructor(name: string, args: ApiArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Api', name, {}, opts);
    const labels = programLabels(name, 'api', args);
    const account = programAccount(name, args, labels, this);
    const deployment = this.#createDeployment(name, args, labels, account);
    const service = this.#createService(name, args, labels);
    this.#createAutoscaling(name, args, labels, deployment);
    this.#createDisruptionBudget(name, args, labels);
    this.deployment = deployment.metadata.name;
    this.service = service.metadata.name;
    this.registerOutputs({ deployment: this.deployment, service: this.service });
  }

  /** Without `replicas`: that field is the autoscaler's, and each deploy would set it back. */
  #createDeployment(name: string, args: ApiArgs, labels: ProgramLabels, account: k8s.core.v1.ServiceAccount) {
    const { serviceReadyOff, serviceGrace } = timeBudgets(args.times);
    const pod = programPod(name, args, {
      port: PORTS.service,
      selector: labels.selector,
      serviceAccount: account.metadata.name,
      // The pod still gets requests until every proxy knows that it is going.
      preStopSeconds: serviceReadyOff,
      graceSeconds: serviceReadyOff + serviceGrace,
    });
    return new k8s.apps.v1.Deployment(
      name,
      {
        metadata: { namespace: args.namespace, labels: labels.versioned },
        spec: {
          selector: { matchLabels: labels.selector },
          strategy: ROLLOUT,
          progressDeadlineSeconds: args.rolloutDeadline,
          template: { metadata: { labels: labels.versioned }, spec: pod },
        },
      },
      { parent: this },
    );
  }

  #createService(name: string, { namespace }: ApiArgs, { lasting, selector }: ProgramLabels) {
    const spec = { selector, ports: [{ name: 'http', port: 80, targetPort: 'http' }] };
    return new k8s.core.v1.Service(name, { metadata: { name, namespace, labels: lasting }, spec }, { parent: this });
  }

  #createAutoscaling(name: string, args: ApiArgs, { lasting }: ProgramLabels, target: k8s.apps.v1.Deployment) {
    const { namespace, minReplicas, maxReplicas, scaleInSeconds } = args;
    const own = { namespace, labels: lasting, target, minReplicas, maxReplicas, scaleInSeconds };
    return new Autoscaling(name, own, { parent: this });
  }

  #createDisruptionBudget(name: string, { namespace, minAvailable }: ApiArgs, { lasting, selector }: ProgramLabels) {
    if (minAvailable === 0) return;
    new DisruptionBudget(name, { namespace, labels: lasting, selector, minAvailable }, { parent: this });
  }
}
