import { spawnSync } from 'node:child_process';
import { mkdtempDisposable } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalWorkspace } from '@pulumi/pulumi/automation/index.js';
import { madeUpCloud } from './made-up-cloud.ts';

/** Why the real engine cannot be had here; false where it can, and in CI, where nothing may be skipped. */
export function skipWithoutEngine(): string | false {
  // biome-ignore lint/style/noProcessEnv: whether a missing engine is a failure is said by the machine
  if (process.env.CI === 'true') return false;
  return spawnSync('pulumi', ['version']).status === 0 ? false : 'pulumi is not here';
}

/** What `engineStack` makes. */
export type EngineStack = Awaited<ReturnType<typeof engineStack>>;

/** A stack of the real engine, whose state is in a folder of its own and whose resources are in a made-up cloud. */
export async function engineStack(config: Record<string, string>, stackName = 'prod') {
  // Where there is no engine all of it goes at once: the cloud, which listens, would hold the tests' process.
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(await mkdtempDisposable(join(tmpdir(), 'logomorph-engine-')));
  const cloud = resources.use(await madeUpCloud());
  const run: { program: () => unknown } = { program: () => {} };
  const envVars = {
    PULUMI_BACKEND_URL: `file://${folder.path}`,
    PULUMI_CONFIG_PASSPHRASE: 'made-up',
    PULUMI_SKIP_UPDATE_CHECK: 'true',
    PULUMI_DEBUG_PROVIDERS: ['aws', 'kubernetes'].map((name) => `${name}:${cloud.port}`).join(),
  };
  const args = { stackName, projectName: 'logomorph', program: async () => void run.program() };
  const stack = await LocalWorkspace.createOrSelectStack(args, { workDir: folder.path, envVars });
  await stack.setAllConfig(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { value }])));
  const owned = resources.move();
  return {
    stack,
    /** What makes the engine work with this state and cloud. */
    envVars,
    folder: folder.path,
    /** The program from now on. */
    declare(program: () => unknown): void {
      run.program = program;
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}
