import type { EngineEvent } from '@pulumi/pulumi/automation/index.js';
import { Failure } from './failure.ts';
import { Progress } from './progress.ts';

/** What an operation of the engine is handed. */
interface Handlers {
  onEvent: (event: EngineEvent) => void;
  /** No colours in what the engine writes: we only read it. */
  color: 'never';
}

/** What the engine did, or planned. */
interface Outcome {
  events: EngineEvent[];
  /** How many resources it changed. */
  changes: number;
  /** What the engine says is wrong, and nothing of its stack traces. Undefined where it came to its end. */
  failure: Failure | undefined;
}

/**
 * Runs an operation of the engine and tells on stdout what it does.
 * @throws Failure with what the engine says is wrong
 */
export async function engine(operation: (handlers: Handlers) => Promise<unknown>): Promise<Outcome> {
  const outcome = await attempt(operation);
  if (outcome.failure !== undefined) throw outcome.failure;
  return outcome;
}

/** The same, for who has a use for what the engine said until it failed. */
export async function attempt(operation: (handlers: Handlers) => Promise<unknown>): Promise<Outcome> {
  const progress = new Progress();
  const events: EngineEvent[] = [];
  const onEvent = (event: EngineEvent) => {
    events.push(event);
    progress.take(event);
  };
  let failure: Failure | undefined;
  // Ctrl-C reaches the engine too, which ends what it is at; without us it could not.
  const interrupted = () => process.stdout.write('stopping after what is under way\n');
  process.on('SIGINT', interrupted);
  try {
    await operation({ onEvent, color: 'never' });
  } catch (error) {
    if (progress.errors.length === 0) throw error;
    failure = new Failure([...new Set(progress.errors)].join('\n'), progress);
  } finally {
    process.off('SIGINT', interrupted);
  }
  return { events, changes: progress.changes, failure };
}
