import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { type ProgramLabels, programAccount, programLabels } from './program.ts';
import { type TaskArgs, taskPod } from './task.ts';

interface MigrationsArgs extends TaskArgs {
  /** How long all attempts together may take, in seconds. */
  deadlineSeconds: number;
}

/** Attempts after the first: a table may be in use, or Postgres be starting anew. The pauses are 10 s, 20 s and 40 s. */
const RETRIES = 3;

/** What the engine waits longer than the deadline, so that it is the Job that fails and says why. */
const PATIENCE = 60;

/**
 * Brings the schema of the database up to date, as a Job that whoever starts a program of ours depends on. The engine
 * names it, and another image or configuration makes another Job: the programs before it go on until it is done, and
 * where it fails they stay.
 */
export class Migrations extends pulumi.ComponentResource {
  constructor(name: string, args: MigrationsArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:Migrations', name, {}, opts);
    const labels = programLabels(name, 'migrations', args);
    const account = programAccount(name, args, labels, this);
    this.#createJob(name, args, labels, account);
    this.registerOutputs();
  }

  #createJob(name: string, args: MigrationsArgs, { versioned }: ProgramLabels, account: k8s.core.v1.ServiceAccount) {
    const { namespace, deadlineSeconds } = args;
    return new k8s.batch.v1.Job(
      name,
      {
        // One that has failed is made anew by the next deploy, and not waited for again.
        metadata: { namespace, labels: versioned, annotations: { 'pulumi.com/replaceUnready': 'true' } },
        spec: {
          backoffLimit: RETRIES,
          activeDeadlineSeconds: deadlineSeconds,
          template: {
            metadata: { labels: versioned },
            spec: taskPod(name, 'service/migrate.ts', args, account.metadata.name),
          },
        },
      },
      {
        parent: this,
        customTimeouts: { create: `${deadlineSeconds + PATIENCE}s`, update: `${deadlineSeconds + PATIENCE}s` },
      },
    );
  }
}
