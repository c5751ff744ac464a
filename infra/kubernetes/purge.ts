import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { type ProgramArgs, type ProgramLabels, programContainer, programLabels, UID } from './program.ts';
import { restrictedPod, scratch } from './restricted.ts';

export type PurgeArgs = Omit<ProgramArgs, 'minAvailable' | 'resources' | 'rolloutDeadline'>;

/** How long a purge may take, in seconds, with what is tried again. */
const DEADLINE = 900;

/**
 * Removes what a guest has in the data stores of its host, when the guest goes. As a CronJob that is never due it lies ready,
 * with all that it needs: `kubectl create job --from` runs it.
 */
export class Purge extends pulumi.ComponentResource {
  constructor(name: string, args: PurgeArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Purge', name, {}, opts);
    const labels = programLabels(name, 'purge', args);
    const account = this.#createServiceAccount(name, args, labels);
    this.#createCronJob(name, args, labels, account);
    this.registerOutputs();
  }

  /** Under a fixed name, by which a cloud grants rights to the pods. */
  #createServiceAccount(name: string, { namespace }: PurgeArgs, { lasting }: ProgramLabels) {
    const metadata = { name, namespace, labels: lasting };
    return new k8s.core.v1.ServiceAccount(name, { metadata, automountServiceAccountToken: false }, { parent: this });
  }

  #createCronJob(name: string, args: PurgeArgs, { versioned }: ProgramLabels, account: k8s.core.v1.ServiceAccount) {
    const metadata = { name, namespace: args.namespace, labels: versioned };
    const template = { metadata: { labels: versioned }, spec: pod(name, args, account.metadata.name) };
    return new k8s.batch.v1.CronJob(
      name,
      {
        metadata,
        spec: {
          suspend: true,
          schedule: '0 0 1 1 *',
          concurrencyPolicy: 'Forbid',
          jobTemplate: { spec: { backoffLimit: 3, activeDeadlineSeconds: DEADLINE, template } },
        },
      },
      { parent: this },
    );
  }
}

function pod(name: string, args: PurgeArgs, serviceAccountName: pulumi.Input<string>) {
  const tmp = scratch('tmp', '/tmp');
  return {
    serviceAccountName,
    priorityClassName: args.priorityClass,
    ...restrictedPod(UID),
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: 5,
    volumes: [tmp.volume, ...args.files.volumes],
    containers: [
      {
        ...programContainer(name, args),
        command: ['node', 'service/purge.ts'],
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
        volumeMounts: [tmp.mount, ...args.files.mounts],
      },
    ],
  } satisfies k8s.types.input.core.v1.PodSpec;
}
