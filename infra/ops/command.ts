import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Failure } from './failure.ts';
import { PROJECT_ROOT } from './paths.ts';

/** Where to get a command that is not there. */
const SOURCES: Record<string, string> = {
  pulumi: 'install it (https://www.pulumi.com/docs/install/)',
  kubectl: 'install it (https://kubernetes.io/docs/tasks/tools/)',
  aws: 'install it (https://docs.aws.amazon.com/cli/)',
  docker: 'install it, or name images that are built already: --service-image and --worker-image',
};

interface CommandOptions {
  /** File that takes all the command says, for one that says much. */
  log?: string;
}

/**
 * Runs a command in the project's folder and returns what it writes to stdout.
 * @throws Failure that says why it failed, or where to get it
 */
export async function command(name: string, args: readonly string[], { log }: CommandOptions = {}): Promise<string> {
  const { error, stdout, stderr } = await run(name, args);
  if (log !== undefined) {
    await mkdir(dirname(log), { recursive: true });
    await writeFile(log, stdout + stderr);
  }
  if (error === null) return stdout.trim();
  if (error.code === 'ENOENT') throw new Failure(`${name} is not found: ${SOURCES[name] ?? 'put it on the PATH'}`);
  const why = stderr.trim().split('\n').at(-1) || error.message;
  throw new Failure(`${[name, ...args.slice(0, 2)].join(' ')} failed: ${why}${log ? ` (see ${log})` : ''}`);
}

type Outcome = Parameters<NonNullable<Parameters<typeof execFile>[3]>>;

function run(name: string, args: readonly string[]) {
  return new Promise<{ error: Outcome[0]; stdout: string; stderr: string }>((resolve) => {
    execFile(name, args, { cwd: PROJECT_ROOT, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) =>
      resolve({ error, stdout, stderr }),
    );
  });
}
