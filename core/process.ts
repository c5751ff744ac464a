import type { Server } from 'node:http';
import { constants } from 'node:os';
import type { Logger } from 'pino';
import { ConfigError } from './config.ts';
import { redactSecrets } from './redact.ts';

/** What asks a program to stop. A terminal that is closed sends SIGHUP to all in it: ours, and the start they are children of. */
const STOP_SIGNALS = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

/**
 * Runs a program's start. An error in it ends the process with code 1 and, on stderr, one line for each
 * thing that is wrong, without a stack trace: it is the operator's to mend.
 */
export async function runMain(
  program: string,
  start: (env: Readonly<Record<string, string | undefined>>) => Promise<void>,
): Promise<void> {
  for (const signal of STOP_SIGNALS) process.on(signal, () => leaveStart(signal));
  try {
    // biome-ignore lint/style/noProcessEnv: a program's start is where its environment is read
    await start(process.env);
  } catch (error) {
    const lines = error instanceof ConfigError ? error.message.split('\n') : [explain(error)];
    for (const line of lines) process.stderr.write(`logomorph ${program}: ${redactSecrets(line)}\n`);
    process.exit(1);
  }
}

/**
 * Ends a program that nobody else hears a signal for yet: it has nothing under way. The kernel does so by itself, but not of
 * the first process of a container, which would go on until it is killed.
 */
function leaveStart(signal: (typeof STOP_SIGNALS)[number]): void {
  if (process.listenerCount(signal) === 1) process.exit(128 + constants.signals[signal]);
}

/** From now on no signal ends the program, which has begun what must not be left half-way, and ends by itself soon. */
export function outlastSignals(): void {
  for (const signal of STOP_SIGNALS) process.on(signal, () => {});
}

/** Lets an error of the work say which setting of the operator's it comes from. */
export async function blame<T>(variable: string, work: Promise<T> | (() => T)): Promise<T> {
  try {
    return await (typeof work === 'function' ? work() : work);
  } catch (error) {
    throw new Error(`${variable}: ${explain(error)}`, { cause: error });
  }
}

/** Tells the process that started this one, if it listens, that the program serves, and where. */
export function announceReady(server: Server): void {
  const address = server.address();
  if (process.send === undefined || address === null || typeof address === 'string') return;
  const host = ['0.0.0.0', '::'].includes(address.address) ? 'localhost' : address.address;
  process.send({ type: 'ready', url: `http://${host.includes(':') ? `[${host}]` : host}:${address.port}` });
}

/**
 * Runs `stop` once, on SIGTERM, SIGINT or SIGHUP, or when the parent process that started this one is gone, and
 * then ends the process: with code 0, or with 1 when `stop` fails or is not done after `limitSeconds`.
 */
export function stopOnSignal(logger: Logger, limitSeconds: number, stop: () => Promise<void>): void {
  let stopping = false;
  const once = (reason: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ reason }, 'stopping');
    setTimeout(() => {
      logger.error({ limitSeconds }, 'not stopped in time');
      process.exit(1);
    }, limitSeconds * 1000).unref();
    stop().then(
      () => {
        logger.info('stopped');
        end(0);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'stopping failed');
        end(1);
      },
    );
  };
  // Its last lines first: at the exit the logger would try for ever to write them when nobody reads them any more.
  const end = (code: number) => logger.flush(() => process.exit(code));
  for (const signal of STOP_SIGNALS) process.on(signal, () => once(signal));
  if (process.connected) process.on('disconnect', () => once('the parent process is gone'));
}

/** What an operator reads of an error: its message, and of a group of errors (as of a connection) the first's. */
function explain(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return explain(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const message = error.message === '' ? error.name : error.message;
  return message.replaceAll('\n', ' ');
}
