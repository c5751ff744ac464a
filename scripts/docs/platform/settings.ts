import type { SettingKey } from '@logomorph/infra/setting-forms.ts';
import { KEYS } from '@logomorph/infra/setting-keys.ts';
import { SettingReader } from '@logomorph/infra/setting-reader.ts';
import { readSettings } from '@logomorph/infra/settings.ts';
import { mockStack, SUPPLIED, stackConfig } from '@logomorph/infra/testing/run-program.ts';
import { RunError } from '@pulumi/pulumi';
import { code, table } from '../markdown.ts';

const EXTERNAL = { dataStores: 'external', s3Bucket: 'elsewhere' };
const SHARED = { dataStores: 'shared', hostStack: 'staging' };
const MANAGED = { clusterNodes: 'managed' };
const BUILT = { imageSource: 'build' };
/** What is set up in so many ways that every setting is read in one of them. */
const VARIANTS = [
  { where: 'kubernetes in-cluster', stack: 'local', more: [{}, BUILT] },
  { where: 'kubernetes external', stack: 'local', more: [EXTERNAL, { ...EXTERNAL, ...BUILT }] },
  { where: 'kubernetes shared', stack: 'local', more: [SHARED, { ...SHARED, ...BUILT }] },
  { where: 'aws aws', stack: 'prod', more: [{}, BUILT, MANAGED] },
  { where: 'aws external', stack: 'prod', more: [EXTERNAL, { ...EXTERNAL, ...BUILT }, { ...EXTERNAL, ...MANAGED }] },
] as const;
/** In all of them is switched on what may be. */
const SWITCHED_ON = {
  workerScaling: 'keda',
  admin: 'true',
  oidcIssuer: 'https://id.example.test',
  clerkWebhook: 'true',
};

/** In words, in which kinds of stacks a setting is read. */
const WORDS: Record<string, string> = {
  'kubernetes in-cluster': '`dataStores` is `in-cluster`',
  'kubernetes in-cluster, kubernetes external, kubernetes shared': '`target` is `kubernetes`',
  'kubernetes shared': '`dataStores` is `shared`',
  'kubernetes in-cluster, kubernetes external, aws aws, aws external': '`dataStores` is not `shared`',
  'kubernetes external, kubernetes shared, aws aws, aws external': '`dataStores` is not `in-cluster`',
  'aws aws': '`dataStores` is `aws`',
  'aws aws, aws external': '`target` is `aws`',
  'kubernetes external, aws external': '`dataStores` is `external`',
  'kubernetes external, aws aws, aws external': '`dataStores` is `external` or `aws`',
  [VARIANTS.map(({ where }) => where).join(', ')]: 'everywhere',
};

/** A table of every setting of a stack. */
export async function settingsTable(): Promise<string> {
  const read = await keysRead();
  const rows = Object.entries<SettingKey>(KEYS).map(([key, setting]) => {
    const kinds = [...read].flatMap(([where, keys]) => (keys.has(key) ? where : [])).join(', ');
    return [code(key), form(setting), defaultOf(setting), WORDS[kinds] ?? kinds, setting.description];
  });
  return table(['Setting', 'Type and range', 'Default', 'Where', 'Meaning'], rows);
}

async function keysRead(): Promise<Map<string, ReadonlySet<string>>> {
  const read = new Map<string, ReadonlySet<string>>();
  for (const { where, stack, more } of VARIANTS) {
    const keys = new Set<string>();
    for (const one of more) for (const key of await keysOf(stack, one)) keys.add(key);
    read.set(where, keys);
  }
  return read;
}

/** What is missing in a variant is asked for all the same. */
async function keysOf(stack: string, more: Record<string, string>): Promise<string[]> {
  await mockStack(stack, stackConfig(stack, { ...SUPPLIED[stack], ...SWITCHED_ON, ...more }));
  const reader = new SettingReader();
  try {
    readSettings(reader);
  } catch (error) {
    if (!(error instanceof RunError)) throw error;
  }
  return [...reader.asked];
}

function form(setting: SettingKey): string {
  switch (setting.type) {
    case 'integer':
      return `whole number from ${setting.minimum} to ${setting.maximum}`;
    case 'boolean':
      return '`true` or `false`';
    case 'choice':
      return `one of ${setting.values.map(code).join(', ')}`;
    case 'text':
      return setting.rule;
    case 'secret':
      return `**secret**: ${setting.rule}`;
  }
}

function defaultOf(setting: SettingKey): string {
  return setting.type === 'secret' || setting.default === '' ? 'not set' : code(String(setting.default));
}
