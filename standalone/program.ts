import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

type Env = Readonly<Record<string, string | undefined>>;

/** A program of ours to run as a child process. */
export interface Program {
  name: string;
  file: string;
  env: Env;
}

/** A program while it runs. */
export interface RunningProgram {
  /** The address it serves at, once it does; undefined when it ended before. */
  ready: Promise<string | undefined>;
  /** Settles when its process has ended, and says how. */
  ended: Promise<string>;
  signal(name: 'SIGTERM' | 'SIGKILL'): void;
}

/**
 * Starts a program with a channel to us: it says on it where it serves, and stops by itself when the channel
 * closes because we are gone. It shares our terminal's Ctrl-C, at which it drains as it does at SIGTERM.
 */
export function startProgram({ file, env }: Program): RunningProgram {
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const ended = endOf(child);
  const ready = new Promise<string | undefined>((settle) => {
    child.on('message', (message: unknown) => {
      if (isReady(message)) settle(message.url);
    });
    ended.then(() => settle(undefined));
  });
  return { ready, ended, signal: (name) => child.kill(name) };
}

async function endOf(child: ChildProcess): Promise<string> {
  try {
    await once(child, 'exit');
    return child.signalCode ?? `code ${child.exitCode}`;
  } catch (error) {
    return String(error);
  }
}

function isReady(message: unknown): message is { type: 'ready'; url: string } {
  return (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'ready' &&
    'url' in message &&
    typeof message.url === 'string'
  );
}
