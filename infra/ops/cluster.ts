import { command } from './command.ts';
import { Failure } from './failure.ts';

/** The context that a cluster is spoken to in when a stack names none. */
export async function currentContext(): Promise<string> {
  try {
    return await command('kubectl', ['config', 'current-context']);
  } catch (error) {
    if (error instanceof Failure && error.message.includes('not set'))
      throw new Failure('no Kubernetes is set up: kubectl has no current context (with kind: kind create cluster)');
    throw error;
  }
}

/** Fails when no cluster answers in a context. */
export async function requireCluster(context: string): Promise<void> {
  try {
    await command('kubectl', ['--context', context, '--request-timeout=10s', 'get', '--raw=/readyz']);
  } catch (error) {
    if (!(error instanceof Failure) || error.message.includes('is not found')) throw error;
    throw new Failure(
      `no Kubernetes answers in the context "${context}" (try: kubectl --context ${context} get nodes)`,
    );
  }
}
