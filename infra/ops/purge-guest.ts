import { setTimeout as sleep } from 'node:timers/promises';
import { command } from './command.ts';
import { Failure } from './failure.ts';

/** Where the pods are. */
interface Place {
  context: string;
  namespace: string;
}

type Kubectl = (...args: string[]) => Promise<string>;

/** Seconds that pods are waited for, and then the purge. */
const PATIENCE = { stop: 120, purge: 900 };

/** The job that does it, beside what else may be in the namespace. */
const JOB = 'purge';

/**
 * Stops the programs of a guest, and removes what they have in the data stores of the host. One that has no purge ready never
 * came as far as to have something there.
 */
export async function purgeGuest({ context, namespace }: Place): Promise<void> {
  const kubectl: Kubectl = (...args) => command('kubectl', ['--context', context, '--namespace', namespace, ...args]);
  const ready = await kubectl('get', 'cronjobs', '--selector', 'app.kubernetes.io/name=purge', '--output', 'name');
  if (ready === '') return;
  await kubectl('delete', 'deployments,jobs', '--all', '--cascade=foreground', '--wait=false');
  // Nobody waits for what they are at.
  await kubectl('delete', 'pods', '--all', '--grace-period=1', '--wait=false');
  await until(PATIENCE.stop, 'its pods do not stop', async () => {
    return (await kubectl('get', 'deployments,jobs,pods', '--output', 'name')) === '';
  });
  await kubectl('create', 'job', JOB, '--from', ready);
  await until(PATIENCE.purge, 'its purge does not end', async () => {
    const [succeeded, failed] = await Promise.all([has(kubectl, 'Complete'), has(kubectl, 'Failed')]);
    if (failed) throw new Failure(`what it has in the data stores was not removed: ${await lastWords(kubectl)}`);
    return succeeded;
  });
}

async function has(kubectl: Kubectl, condition: string): Promise<boolean> {
  const path = `jsonpath={.status.conditions[?(@.type=="${condition}")].status}`;
  return (await kubectl('get', 'job', JOB, '--output', path)) === 'True';
}

async function lastWords(kubectl: Kubectl): Promise<string> {
  return (await kubectl('logs', `job/${JOB}`, '--tail=1')) || 'it said nothing';
}

async function until(seconds: number, otherwise: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Failure(`${otherwise} within ${seconds} s`);
    await sleep(1000);
  }
}
