import { randomBytes } from 'node:crypto';
import type { Stack } from '@pulumi/pulumi/automation/index.js';
import { KEYS } from '../setting-keys.ts';
import { currentContext } from './cluster.ts';
import { getConfig, ownKeys, setConfig, setMissing } from './stack.ts';

/** The key by which Pulumi's Kubernetes provider is told the context. */
export const CONTEXT = 'kubernetes:context';

/** What a stack on a laptop starts with; the defaults are those of a platform that others depend on. */
export const SMALL: Record<string, string> = {
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
  const sizes = Object.entries(SMALL).map(([key, value]) => ({ key: `logomorph:${key}`, value, secret: false }));
  const secrets = passwords().map((key) => ({
    key: `logomorph:${key}`,
    value: randomBytes(32).toString('base64url'),
    secret: true,
  }));
  await setMissing(stack, [...sizes, ...secrets]);
  if (!(await ownKeys(stack)).includes(CONTEXT))
    await setConfig(stack, [{ key: CONTEXT, value: await currentContext(), secret: false }]);
  return getConfig(stack, CONTEXT);
}

/** The secrets that may be any 32 bytes: those of things that run in the cluster, which nobody else knows. */
function passwords(): string[] {
  const elsewhere = ['databaseUrl', 'redisUrl', 'slackWebhookUrl'];
  return Object.entries(KEYS).flatMap(([key, { type }]) => (type === 'secret' && !elsewhere.includes(key) ? key : []));
}
