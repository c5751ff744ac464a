import * as pulumi from '@pulumi/pulumi';
import { KEYS, type KeyOf } from './setting-keys.ts';

/** Reads settings one by one and keeps what is wrong with them, so that all of it can be said at once. */
export class SettingReader {
  readonly #config = new pulumi.Config('logomorph');
  readonly #stack = pulumi.getStack();
  readonly #errors: string[] = [];
  /** The keys that were read: those that matter to a stack which is set up like this one. */
  readonly asked = new Set<KeyOf>();

  integer(key: KeyOf<'integer'>): number {
    const { minimum, maximum, default: value } = KEYS[key];
    const raw = this.#text(key);
    if (raw === '') return value;
    const number = Number(raw);
    if (!/^-?\d+$/.test(raw) || number < minimum || number > maximum)
      this.refuse(key, `must be a whole number from ${minimum} to ${maximum}, and is "${raw}"`);
    return number;
  }

  boolean(key: KeyOf<'boolean'>): boolean {
    const raw = this.#text(key);
    if (raw !== '' && raw !== 'true' && raw !== 'false') this.refuse(key, `must be true or false, and is "${raw}"`);
    return raw === '' ? KEYS[key].default : raw === 'true';
  }

  /** One of `values`, which are those of the key; given again, for their type. */
  choice<V extends string>(key: KeyOf<'choice'>, values: readonly [V, ...V[]]): V {
    const raw = this.#text(key) || KEYS[key].default;
    const found = values.find((value) => value === raw);
    if (found === undefined) this.refuse(key, `must be one of ${values.join(', ')}, and is "${raw}"`);
    return found ?? values[0];
  }

  /** The text of a key, or the empty text where neither the stack nor a default sets it. */
  text(key: KeyOf<'text'>): string {
    const value = this.#text(key) || KEYS[key].default;
    if (value !== '' && !KEYS[key].pattern.test(value))
      this.refuse(key, `must be ${KEYS[key].rule}, and is "${value}"`);
    return value;
  }

  /** The text of a key that this stack cannot do without, for the given reason. */
  requiredText(key: KeyOf<'text'>, reason: string): string {
    const value = this.text(key);
    if (value === '')
      this.refuse(
        key,
        `is missing, and ${reason}; set it: pulumi config set logomorph:${key} … --stack ${this.#stack}`,
      );
    return value;
  }

  /** A secret that this stack cannot do without, for the given reason. */
  requiredSecret(key: KeyOf<'secret'>, reason: string): pulumi.Output<string> {
    const value = this.optionalSecret(key);
    if (value !== undefined) return value;
    const command = `pulumi config set --secret logomorph:${key} --stack ${this.#stack}`;
    this.refuse(key, `is missing, and ${reason}; set it: ${command}`);
    return pulumi.secret('');
  }

  /** A secret that a stack can do without; undefined where it has none. Neither the value nor a part of it is ever in an error. */
  optionalSecret(key: KeyOf<'secret'>): pulumi.Output<string> | undefined {
    const { pattern, rule } = KEYS[key];
    if (this.#text(key) === '') return undefined;
    if (!pattern.test(this.#text(key))) this.refuse(key, `must be ${rule}`);
    return this.#config.getSecret(key);
  }

  /** Notes that a key breaks a rule. */
  refuse(key: string, problem: string): void {
    this.#errors.push(`logomorph:${key} of stack "${this.#stack}" ${problem}`);
  }

  /** Throws what was noted, all of it, and what was set under a name that is none of ours. */
  finish(): void {
    for (const full of Object.keys(pulumi.runtime.allConfig())) {
      const key = full.startsWith('logomorph:') ? full.slice('logomorph:'.length) : undefined;
      if (key !== undefined && !Object.hasOwn(KEYS, key)) this.refuse(key, 'is no setting');
    }
    if (this.#errors.length > 0) throw new pulumi.RunError(this.#errors.join('\n'));
  }

  /** Read from the whole map: `Config.get` prints a warning for a value that is stored as a secret. */
  #text(key: KeyOf): string {
    this.asked.add(key);
    return pulumi.runtime.allConfig()[`logomorph:${key}`] ?? '';
  }
}
