import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../labels.ts';
import type { Resources } from '../resource-settings.ts';
import { amount, cores, mebibytes } from './quantities.ts';

/** What a program of ours may come to. */
interface Bounded {
  maxReplicas: number;
  resources: Resources;
}

interface BoundsArgs {
  namespace: pulumi.Input<string>;
  /** Value of the instance label. */
  instance: string;
  /** The programs of ours. */
  programs: readonly Bounded[];
}

/** What is left for all but our programs: data stores, what watches, and pods that people start. A test adds them up. */
const REST = { pods: 12, requests: { cpu: '1', memory: '2Gi' }, limits: { cpu: '8', memory: '8Gi' } };

/**
 * In a rollout at the full number a pod that is going is there beside the one in its place, and counts until it is
 * gone. A quota that has no room for both would hold the rollout up.
 */
const ROLLOUT = 2;

/**
 * What a namespace may take from its cluster: no more than the platform comes to, so that what goes wrong in it does
 * not take the cluster from others. Containers that ask for nothing, as people start them, are given a little, without
 * which the quota would refuse them.
 */
export class Bounds extends pulumi.ComponentResource {
  constructor(name: string, args: BoundsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Bounds', name, {}, opts);
    const labels = recommendedLabels({ name: 'logomorph', component: 'bounds', instance: args.instance });
    const metadata = { namespace: args.namespace, labels };
    this.#createQuota(name, metadata, args);
    this.#createLimitRange(name, metadata);
    this.registerOutputs();
  }

  #createQuota(name: string, metadata: k8s.types.input.meta.v1.ObjectMeta, { programs }: BoundsArgs) {
    const spec = { hard: quota(programs) };
    return new k8s.core.v1.ResourceQuota(name, { metadata, spec }, { parent: this });
  }

  #createLimitRange(name: string, metadata: k8s.types.input.meta.v1.ObjectMeta) {
    const defaults = {
      type: 'Container',
      defaultRequest: { cpu: '50m', memory: '64Mi' },
      default: { cpu: '500m', memory: '256Mi' },
    };
    return new k8s.core.v1.LimitRange(name, { metadata, spec: { limits: [defaults] } }, { parent: this });
  }
}

/** The most of everything that a namespace with these programs may have. */
export function quota(programs: readonly Bounded[]): Record<string, string> {
  const sum = (rest: string | number, each: (program: Bounded) => number) =>
    programs.reduce(
      (total, program) => total + ROLLOUT * program.maxReplicas * each(program),
      typeof rest === 'number' ? rest : amount(rest),
    );
  return {
    pods: `${sum(REST.pods, () => 1)}`,
    'requests.cpu': cores(sum(REST.requests.cpu, ({ resources }) => amount(resources.requests.cpu))),
    'requests.memory': mebibytes(sum(REST.requests.memory, ({ resources }) => amount(resources.requests.memory))),
    'limits.cpu': cores(sum(REST.limits.cpu, ({ resources }) => amount(resources.limits.cpu))),
    'limits.memory': mebibytes(sum(REST.limits.memory, ({ resources }) => amount(resources.limits.memory))),
    // Nothing gets an address outside of the cluster by a Service of its own.
    'services.loadbalancers': '0',
    'services.nodeports': '0',
  };
}
