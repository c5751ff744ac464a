import type { Hold, Statement } from './postgres-proxy.ts';
import type { Replica } from './site.ts';

/** A moment in the work of programs: a statement that is sent, for the nth time, or that is answered. */
export interface Step {
  name: string;
  nth: number;
  at: Hold['at'];
}

/** What goes between a program and Postgres for its own sake, and is none of a step's names. */
const NO_STEP = /^(begin|start transaction|rollback|listen|unlisten|set |select set_config)/i;

/** What makes nothing. */
const READ = /^select (?!bullmq)/i;

/** What a statement is called: its text, and of a commit that of what it commits. */
function nameOf({ text, before }: Statement): string | undefined {
  if (NO_STEP.test(text)) return undefined;
  const name = /^commit/i.test(text) ? `commit of ${before}` : text;
  return name.replaceAll(/\(\$\d+(?:, \$\d+)*\)/g, '($1)');
}

/** A statement as it was recorded, and whether what it makes lasts once it is answered. */
interface Sent {
  name: string;
  lasts: boolean;
}

/** Notes what programs send until it is ended. */
export function record(replicas: readonly Replica[]): { end: () => Sent[] } {
  const sent: Sent[] = [];
  for (const { postgres } of replicas) {
    postgres.watch((statement) => {
      const name = nameOf(statement);
      if (name !== undefined) sent.push({ name, lasts: !statement.inTransaction && !READ.test(name) });
      return undefined;
    });
  }
  return {
    end() {
      for (const { postgres } of replicas) postgres.watch(() => undefined);
      return sent;
    },
  };
}

/**
 * The steps of what was recorded, without what the programs send when there is nothing to do: each statement the first
 * time and the last, before it is sent and, when it makes something last, after it is done.
 */
export function stepsOf(sent: readonly Sent[], idle: readonly Sent[]): Step[] {
  const noise = new Set(idle.map(({ name }) => name));
  const seen = new Map<string, { count: number; lasts: boolean }>();
  for (const { name, lasts } of sent) {
    if (!noise.has(name)) seen.set(name, { count: (seen.get(name)?.count ?? 0) + 1, lasts });
  }
  return [...seen].flatMap(([name, { count, lasts }]) =>
    [...new Set([1, count])].flatMap((nth): Step[] => {
      const before: Step = { name, nth, at: 'statement' };
      return lasts ? [before, { name, nth, at: 'answer' }] : [before];
    }),
  );
}

/** Kills the program that comes to a step. Gives it, or undefined when none has come there before `over`. */
export async function killAt(
  replicas: readonly Replica[],
  step: Step,
  over: AbortSignal,
): Promise<Replica | undefined> {
  const reached = Promise.withResolvers<Replica | undefined>();
  over.addEventListener('abort', () => reached.resolve(undefined));
  let count = 0;
  for (const replica of replicas) {
    replica.postgres.watch((statement) => {
      if (nameOf(statement) !== step.name) return undefined;
      count += 1;
      return count === step.nth ? { at: step.at, reached: () => reached.resolve(replica) } : undefined;
    });
  }
  const replica = await reached.promise;
  for (const { postgres } of replicas) postgres.watch(() => undefined);
  await replica?.program().kill();
  return replica;
}
