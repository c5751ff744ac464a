import { program } from '@logomorph/infra/program.ts';
import { type Registered, runProgram, SUPPLIED, stackConfig } from '@logomorph/infra/testing/run-program.ts';

/** The stacks that documents are about. */
export const STACKS = ['local', 'staging', 'prod'] as const;
export type DocumentedStack = (typeof STACKS)[number];

const runs = new Map<DocumentedStack, Promise<Registered[]>>();

/** The resources of a stack as its program makes them, in an account and a cluster that are made up. Each runs once. */
export function resourcesOf(stack: DocumentedStack): Promise<Registered[]> {
  const run = runs.get(stack) ?? resourcesOfRun(stack);
  runs.set(stack, run);
  return run;
}

/** One after the other: a process can be in one stack at a time. */
async function resourcesOfRun(stack: DocumentedStack): Promise<Registered[]> {
  await Promise.all(runs.values());
  return (await runProgram(stack, stackConfig(stack, SUPPLIED[stack]), program)).resources;
}
