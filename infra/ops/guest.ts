import { existsSync } from 'node:fs';
import type { Stack, StackSummary } from '@pulumi/pulumi/automation/index.js';
import { dayOf } from '../data-loss.ts';
import { currentContext } from './cluster.ts';
import { Failure } from './failure.ts';
import { CONTEXT, SMALL } from './local.ts';
import type { ConfigOverride } from './options.ts';
import { configFile, getConfig, setConfig, setMissing } from './stack.ts';

/** Days that the stack of a pull request is there after it was last brought up. */
const DAYS = 3;

/** What it takes over from its host, where that says it. */
const OF_HOST = ['target', 'awsAccount', 'awsRegion', 'databaseCaFile', 'storeRanges'];

/** Whether a stack is one of a pull request, by its name. */
export function isGuest(stackName: string): boolean {
  return /^pr-\d+$/.test(stackName);
}

/**
 * Gives the stack of a pull request what it lacks: a namespace of its name in the cluster of its host, a small size, and a last
 * day, which is put off each time.
 * @returns the context of that cluster
 */
export async function prepareGuest(stack: Stack, given: readonly ConfigOverride[], now: Date): Promise<string> {
  const own = {
    ...SMALL,
    environment: 'pr',
    namespace: stack.name,
    serviceMaxReplicas: '2',
    dataStores: 'shared',
    hostStack: 'staging',
    prometheus: 'false',
    grafana: 'false',
  };
  await setMissing(stack, Object.entries(own).map(setting));
  if (!given.some(({ key }) => key === 'logomorph:expires'))
    await setConfig(stack, [setting(['expires', dayOf(daysAfter(now, DAYS))])]);
  const named = given.find(({ key }) => key === 'logomorph:hostStack')?.value;
  const host = await hostConfig(stack, named ?? (await getConfig(stack, 'logomorph:hostStack')));
  const ofHost = Object.entries(host).filter(([key]) => OF_HOST.includes(key.replace('logomorph:', '')));
  const context =
    host[CONTEXT] ??
    (host['logomorph:target'] === 'aws' ? `logomorph-${host['logomorph:environment']}` : await currentContext());
  await setMissing(
    stack,
    [...ofHost, [CONTEXT, context] as const].map(([key, value]) => ({ key, value, secret: false })),
  );
  return getConfig(stack, CONTEXT);
}

/** Whether the last day of a stack is past; without one it had no end that was good, and lives as long. */
export function isPast({ lastUpdate }: Pick<StackSummary, 'lastUpdate'>, expires: unknown, now: Date): boolean {
  if (typeof expires === 'string') return expires < dayOf(now);
  return lastUpdate !== undefined && daysAfter(new Date(lastUpdate), DAYS) < now;
}

const setting = ([key, value]: readonly [string, string]): ConfigOverride => ({
  key: `logomorph:${key}`,
  value,
  secret: false,
});

function daysAfter(time: Date, days: number): Date {
  return new Date(time.getTime() + days * 86_400_000);
}

/** What the file of the host says in plain text. */
async function hostConfig(stack: Stack, host: string): Promise<Record<string, string>> {
  if (!existsSync(configFile(host)))
    throw new Failure(`the stack "${host}", whose cluster and data stores are to be used, has no file here`);
  const { config = {} } = await stack.workspace.stackSettings(host);
  return Object.fromEntries(
    Object.entries(config).flatMap(([key, value]) => (typeof value === 'object' ? [] : [[key, String(value)]])),
  );
}
