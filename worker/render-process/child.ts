import { ProblemError } from '@logomorph/contract/problem.ts';
import { restrictLibvips } from '../renderer/loaders.ts';
import { render } from '../renderer/render.ts';
import type { Reply } from './replies.ts';
import { isRequest, type RenderRequest } from './requests.ts';

// The program of the render process. It serves its worker over the channel between them, one render at a time.

// Ctrl-C in a terminal and the stop of a service reach all processes; the worker ends this one when its render is over.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

let stopping = new AbortController();
let serving: Promise<void> | undefined;

restrictLibvips();
process.on('message', (message) => {
  if (!isRequest(message)) return;
  if (message.kind === 'stop') stop();
  else serving = serve(message);
});
tell({ kind: 'ready' });

async function serve({ sources, recipe }: RenderRequest): Promise<void> {
  stopping = new AbortController();
  const { signal } = stopping;
  try {
    const warn = (warning: string) => tell({ kind: 'warning', warning });
    for await (const file of render(sources, recipe, { signal, warn })) {
      signal.throwIfAborted();
      tell({ kind: 'file', file });
    }
    tell({ kind: 'end' });
  } catch (error) {
    tell(failure(error));
  }
}

async function stop(): Promise<void> {
  stopping.abort();
  await serving;
  tell({ kind: 'stopped' });
}

function failure(error: unknown): Reply {
  if (error instanceof ProblemError) {
    const { problem, message, errors } = error;
    return { kind: 'problem', problem, detail: message, ...(errors ? { errors } : {}) };
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  return { kind: 'error', message, ...(stack === undefined ? {} : { stack }) };
}

function tell(reply: Reply): void {
  process.send?.(reply);
}
