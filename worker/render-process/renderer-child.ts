import type { ChildProcess } from 'node:child_process';
import { forkChild } from './fork-child.ts';
import { isReply } from './replies.ts';

/** Why a render process ended: by itself (`crashed`), or why it was ended. */
export type EndReason = 'crashed' | 'grown' | 'not-stopped' | 'out-of-memory';

/** A process that renders, from its start to its end. */
export interface RendererChild {
  process: ChildProcess;
  /** Resolves once it can take a render; rejects when it ended before. */
  ready: Promise<void>;
  ended: Promise<EndReason>;
  /** Ends it at once, whatever it is at, and resolves when it has ended. */
  end(reason: EndReason): Promise<void>;
}

/** Starts a process that renders. */
export function startRendererChild(env: Readonly<Record<string, string | undefined>>): RendererChild {
  const child = forkChild(env);
  let endReason: EndReason | undefined;
  const ended = new Promise<EndReason>((resolve) => {
    // After it, nothing that the process has sent is still on its way.
    child.once('close', () => resolve(endReason ?? 'crashed'));
    child.on('error', () => resolve(endReason ?? 'crashed'));
  });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('message', (message) => {
      if (isReply(message) && message.kind === 'ready') resolve();
    });
    ended.then(() => reject(new Error('the render process ended at its start')));
  });
  // Whoever waits for it is told.
  ready.catch(() => {});
  const end = async (reason: EndReason) => {
    endReason ??= reason;
    child.kill('SIGKILL');
    await ended;
  };
  return { process: child, ready, ended, end };
}
