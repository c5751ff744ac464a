import { parseArgs } from 'node:util';
import type { SettingKey } from '../setting-forms.ts';
import { KEYS } from '../setting-keys.ts';
import { Failure } from './failure.ts';

/** A value of a stack's config. */
export interface ConfigOverride {
  /** Name with its namespace, e.g. `logomorph:namespace`. */
  key: string;
  value: string;
  secret: boolean;
}

/** Options of an operation. */
export interface Options {
  stack: string;
  config: ConfigOverride[];
  /** File for the report of a preview. */
  markdown: string | undefined;
  /** Whether to forget a stack whose cluster is gone. */
  forget: boolean;
  /** Whether to make what a platform stands on, and no more. */
  foundation: boolean;
  /** Whether all stacks are meant whose time is up. */
  expired: boolean;
}

const ALL = {
  stack: { type: 'string', default: 'local' },
  config: { type: 'string', multiple: true },
  'service-image': { type: 'string' },
  'worker-image': { type: 'string' },
  markdown: { type: 'string' },
  forget: { type: 'boolean', default: false },
  foundation: { type: 'boolean', default: false },
  expired: { type: 'boolean', default: false },
} as const;

type OptionName = keyof typeof ALL;

/** Reads the arguments of an operation that takes the options of those names. */
export function readOptions(args: readonly string[], taken: readonly OptionName[]): Options {
  const values = parse(args);
  for (const name of Object.keys(ALL).filter((name) => !taken.some((one) => one === name)))
    if (args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)))
      throw new Failure(`--${name} is no option here; there are ${taken.map((one) => `--${one}`).join(', ')}`);
  const images = { serviceImage: values['service-image'], workerImage: values['worker-image'] };
  const pinned = Object.entries(images).flatMap(([key, value]) => (value === undefined ? [] : `${key}=${value}`));
  if (pinned.length === 1) throw new Failure('--service-image and --worker-image go together');
  return {
    stack: values.stack,
    config: [...(values.config ?? []), ...pinned].map(override),
    markdown: values.markdown,
    forget: values.forget,
    foundation: values.foundation,
    expired: values.expired,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: ALL }).values;
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error));
  }
}

/** Reads `key=value`; a key without a namespace is one of our settings. */
function override(text: string): ConfigOverride {
  const [, key, value] = /^([\w:.-]+)=(.*)$/s.exec(text) ?? [];
  if (key === undefined || value === undefined) throw new Failure(`--config takes key=value, and not "${text}"`);
  const name = key.replace(/^logomorph:/, '');
  if (name.includes(':')) return { key, value, secret: false };
  const setting = new Map<string, SettingKey>(Object.entries(KEYS)).get(name);
  if (setting === undefined) throw new Failure(`logomorph:${name} is no setting; Pulumi.yaml has them all`);
  return { key: `logomorph:${name}`, value, secret: setting.type === 'secret' };
}
