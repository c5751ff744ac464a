import { command } from './command.ts';
import { Failure } from './failure.ts';
import { podFaults } from './pod-faults.ts';

/** Where the pods are. */
interface Place {
  context: string;
  namespace: string;
}

/** Milliseconds between looks at the pods: a Job that is out of time takes its pods with it. */
const INTERVAL = 3000;

/**
 * Runs an operation that waits for pods. Where it fails, the failure also says what was last wrong with pods that were
 * made meanwhile: the engine knows no more than that they did not become ready.
 */
export async function explained<T>({ context, namespace }: Place, operation: () => Promise<T>): Promise<T> {
  let faults: string[] = [];
  const since = new Date();
  since.setMilliseconds(0);
  const query = ['--context', context, '--namespace', namespace, 'get', 'pods', '--output', 'json'];
  const look = async () => {
    // A cluster that cannot be asked now may be later; what is wrong with it the engine says.
    const pods = await command('kubectl', query).catch(() => undefined);
    const found = pods === undefined ? [] : podFaults(pods, since);
    if (found.length > 0) faults = found;
  };
  const timer = setInterval(look, INTERVAL);
  try {
    return await operation();
  } catch (error) {
    await look();
    if (!(error instanceof Failure) || faults.length === 0) throw error;
    throw new Failure([error.message, ...faults].join('\n'), error);
  } finally {
    clearInterval(timer);
  }
}
