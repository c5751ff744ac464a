import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { type ProgramLabels, programAccount, programLabels } from './program.ts';
import { type TaskArgs, taskPod } from './task.ts';

/** How long a purge may take, in seconds, with what is tried again. */
const DEADLINE = 900;

/**
 * Removes what a guest has in the data stores of its host, when the guest goes. As a CronJob that is never due it lies ready,
 * with all that it needs: `kubectl create job --from` runs it.
 */
export class Purge extends pulumi.ComponentResource {
  constructor(name: string, args: TaskArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Purge', name, {}, opts);
    const labels = programLabels(name, 'purge', args);
    const account = programAccount(name, args, labels, this);
    this.#createCronJob(name, args, labels, account);
    this.registerOutputs();
  }

  #createCronJob(name: string, args: TaskArgs, { versioned }: ProgramLabels, account: k8s.core.v1.ServiceAccount) {
    const metadata = { name, namespace: args.namespace, labels: versioned };
    const template = {
      metadata: { labels: versioned },
      spec: taskPod(name, 'service/purge.ts', args, account.metadata.name),
    };
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
