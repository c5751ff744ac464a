import { runCommand, type Surroundings } from './run-command.ts';
import type { Run } from './test-stages.ts';

/** One more than the machines of CI have cores: tests wait now and then. */
const AT_ONCE = 3;

/**
 * Runs all commands, whichever fail. One by itself has our output; of several, that of each is written when it has ended, but
 * that of those that failed at the end of all: what is kept of a long log is its end.
 * @returns the titles of those that failed
 */
export async function runAll(runs: readonly Run[], surroundings: Surroundings): Promise<string[]> {
  if (surroundings.signal.aborted) return [];
  const [only] = runs;
  if (runs.length === 1 && only !== undefined) {
    return (await runCommand(only.command, only.args, surroundings)) === 0 ? [] : [only.title];
  }
  const failed = new Map<string, string>();
  const waiting = runs.values();
  const takeTurns = async () => {
    for (const { title, command, args } of waiting) {
      if (surroundings.signal.aborted) return;
      const start = performance.now();
      const output: Buffer[] = [];
      const code = await runCommand(command, args, surroundings, (chunk) => output.push(chunk));
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const told = `\n─ ${title}: ${seconds} s\n${Buffer.concat(output)}`;
      if (code === 0) console.log(told);
      else failed.set(title, told);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  for (const told of failed.values()) console.log(told);
  return [...failed.keys()];
}
