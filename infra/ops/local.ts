import { randomBytes } from 'node:crypto';
import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { KEYS } from '../setting-keys.ts';
import { currentContext } from './cluster.ts';
import type { ConfigOverride } from './options.ts';
import { getConfig, ownKeys, setConfig } from './stack.ts';

/** The key by which Pulumi's Kubernetes provider is told the context. */
const CONTEXT = 'kubernetes:context';

/** What a stack on a laptop starts with; the defaults are those of a platform that others depend on. */
const SMALL: Record<string, string> = {
  environment: 'local',
  serviceMinReplicas: '1',
  serviceMaxReplicas: '3',
  workerReplicas: '1',
  serviceMinAvailable: '0',
  workerMinAvailable: '0',
};

/**
 * Gives a local stack what it lacks: a small size, the passwords of what runs in it, and the context of the
 * cluster that it is in, so that it stays in that cluster when the current context becomes another.
 * @returns that context
 */
export async function prepareLocal(stack: Stack): Promise<string> {
  const own = await ownKeys(stack);
  const missing: ConfigOverride[] = [];
  const add = (key: string, value: string, secret: boolean) => {
    if (!own.includes(key)) missing.push({ key, value, secret });
  };
  for (const [key, value] of Object.entries(SMALL)) add(`logomorph:${key}`, value, false);
  for (const key of passwords()) add(`logomorph:${key}`, randomBytes(32).toString('base64url'), true);
  if (!own.includes(CONTEXT)) add(CONTEXT, await currentContext(), false);
  await setConfig(stack, missing);
  return getConfig(stack, CONTEXT);
}

/** The secrets that may be any 32 bytes: those of things that run in the cluster, which nobody else knows. */
function passwords(): string[] {
  const elsewhere = ['databaseUrl', 'redisUrl'];
  return Object.entries(KEYS).flatMap(([key, { type }]) => (type === 'secret' && !elsewhere.includes(key) ? key : []));
}
