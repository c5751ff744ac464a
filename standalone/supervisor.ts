import { setTimeout as sleep } from 'node:timers/promises';
import { type Program, type RunningProgram, startProgram } from './program.ts';

/** How long to wait before a program that ended is started again, in milliseconds. */
interface Backoff {
  first: number;
  most: number;
  /** A program that ran this long has not failed at its start, so the wait begins anew. */
  healthyAfter: number;
}

const BACKOFF: Backoff = { first: 500, most: 30_000, healthyAfter: 10_000 };

/** Keeps programs running until it is told to stop. */
export class Supervisor {
  readonly #log: (line: string) => void;
  readonly #backoff: Backoff;
  readonly #stopping = new AbortController();
  readonly #running = new Set<RunningProgram>();
  readonly #kept: Promise<void>[] = [];

  constructor(log: (line: string) => void, backoff = BACKOFF) {
    this.#log = log;
    this.#backoff = backoff;
  }

  /**
   * Starts a program and keeps it running.
   * @returns its address when it serves; undefined when its first start failed, and then it is left alone
   */
  async start(program: Program): Promise<string | undefined> {
    if (this.#stopping.signal.aborted) return undefined;
    const first = this.#run(program);
    const url = await first.ready;
    if (url !== undefined) this.#kept.push(this.#keep(program, first));
    return url;
  }

  /** Asks all programs to stop, waits, and ends those that have not stopped in time. */
  async stop(drainSeconds: number): Promise<void> {
    this.#stopping.abort();
    for (const program of this.#running) program.signal('SIGTERM');
    const budget = setTimeout(() => this.kill(), drainSeconds * 1000);
    await Promise.all([...this.#running].map(({ ended }) => ended));
    await Promise.all(this.#kept);
    clearTimeout(budget);
  }

  /** Ends all programs at once. */
  kill(): void {
    this.#stopping.abort();
    for (const program of this.#running) program.signal('SIGKILL');
  }

  #run(program: Program): RunningProgram {
    const running = startProgram(program);
    this.#running.add(running);
    running.ended.then(() => this.#running.delete(running));
    return running;
  }

  async #keep(program: Program, first: RunningProgram): Promise<void> {
    const { signal } = this.#stopping;
    let wait = this.#backoff.first;
    for (let running = first; ; running = this.#run(program)) {
      const start = performance.now();
      const how = await running.ended;
      if (signal.aborted) return;
      if (performance.now() - start > this.#backoff.healthyAfter) wait = this.#backoff.first;
      this.#log(`The ${program.name} ended (${how}) and is started again in ${wait / 1000} s`);
      await sleep(wait, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      wait = Math.min(wait * 2, this.#backoff.most);
    }
  }
}
