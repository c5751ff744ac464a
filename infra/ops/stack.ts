import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConfigMap, LocalWorkspace, type Stack, type StackSummary } from '@pulumi/pulumi/automation/index.js';
import { program } from '../program.ts';
import { backendVariables } from './backend.ts';
import { command } from './command.ts';
import { opsEnvironment } from './environment.ts';
import { Failure } from './failure.ts';
import type { ConfigOverride } from './options.ts';
import { PROJECT_ROOT } from './paths.ts';

/** Opens a stack, and creates it where it is not there and that is asked for. */
export async function openStack(name: string, { create }: { create: boolean }): Promise<Stack> {
  if (!/^[\w.-]{1,100}$/.test(name)) throw new Failure(`"${name}" is no name of a stack`);
  await command('pulumi', ['version']);
  const options = await workspaceOptions();
  const args = { projectName: 'logomorph', stackName: name, program: async () => ({ ...program() }) };
  if (create) return LocalWorkspace.createOrSelectStack(args, options);
  const workspace = await LocalWorkspace.create(options);
  if (!(await workspace.listStacks()).some((stack) => stack.name === name || stack.name.endsWith(`/${name}`)))
    throw new Failure(`there is no stack "${name}"`);
  return LocalWorkspace.selectStack(args, options);
}

/** All stacks that there are. */
export async function listStacks(): Promise<StackSummary[]> {
  return (await LocalWorkspace.create(await workspaceOptions())).listStacks();
}

async function workspaceOptions() {
  return { workDir: PROJECT_ROOT, envVars: await backendVariables(opsEnvironment()) };
}

/** The file with a stack's own config. */
export function configFile(stackName: string): string {
  return join(PROJECT_ROOT, `Pulumi.${stackName}.yaml`);
}

/** Names of what a stack sets itself, and does not leave at the project's default. */
export async function ownKeys(stack: Stack): Promise<string[]> {
  if (!existsSync(configFile(stack.name))) return [];
  return Object.keys((await stack.workspace.stackSettings(stack.name)).config ?? {});
}

/** Stores values in a stack's config. */
export async function setConfig(stack: Stack, config: readonly ConfigOverride[]): Promise<void> {
  if (config.length === 0) return;
  await stack.setAllConfig(Object.fromEntries(config.map(({ key, value, secret }) => [key, { value, secret }])));
}

/** Runs an operation with values in a stack's config. They are taken back where it fails before it has changed anything. */
export async function withConfig(
  stack: Stack,
  config: readonly ConfigOverride[],
  operation: () => Promise<void>,
): Promise<void> {
  if (config.length === 0) return operation();
  const own = await ownKeys(stack);
  const given = config.map(({ key }) => key);
  const before = Object.entries(await allConfig(stack)).filter(([key]) => own.includes(key) && given.includes(key));
  await setConfig(stack, config);
  try {
    await operation();
  } catch (error) {
    if (error instanceof Failure && error.changes === 0) {
      await stack.removeAllConfig(given);
      if (before.length > 0) await stack.setAllConfig(Object.fromEntries(before));
    }
    throw error;
  }
}

/** Stores those of the values that a stack does not set itself. */
export async function setMissing(stack: Stack, config: readonly ConfigOverride[]): Promise<void> {
  const own = await ownKeys(stack);
  await setConfig(
    stack,
    config.filter(({ key }) => !own.includes(key)),
  );
}

/** A setting of a stack: its own or the project's default. */
export async function getConfig(stack: Stack, key: string): Promise<string> {
  return (await allConfig(stack))[key]?.value ?? '';
}

/** What the engine said of the config of a stack, and of what text of its file. */
const told = new WeakMap<Stack, { text: string; config: ConfigMap }>();

/** All settings of a stack. The engine, which takes half a second to tell them, is asked again when its file has changed. */
export async function allConfig(stack: Stack): Promise<ConfigMap> {
  const file = join(stack.workspace.workDir, `Pulumi.${stack.name}.yaml`);
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  const before = told.get(stack);
  if (before?.text === text) return before.config;
  const config = await stack.getAllConfig();
  told.set(stack, { text, config });
  return config;
}

/** Whether a stack is one that may be thrown away. */
export async function isThrownAway(stack: Stack): Promise<boolean> {
  return ['local', 'pr'].includes(await getConfig(stack, 'logomorph:environment'));
}

/** The text of a stack's config file, to put back later; undefined where there is none. */
export async function readConfigFile(stackName: string): Promise<string | undefined> {
  return existsSync(configFile(stackName)) ? readFile(configFile(stackName), 'utf8') : undefined;
}

/** Puts back a stack's config file as it was. */
export async function restoreConfigFile(stackName: string, text: string | undefined): Promise<void> {
  if (text === undefined) await rm(configFile(stackName), { force: true });
  else await writeFile(configFile(stackName), text);
}
