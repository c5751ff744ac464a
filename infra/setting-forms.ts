interface Described {
  description: string;
}
interface IntegerKey extends Described {
  type: 'integer';
  default: number;
  minimum: number;
  maximum: number;
}
interface BooleanKey extends Described {
  type: 'boolean';
  default: boolean;
}
interface ChoiceKey extends Described {
  type: 'choice';
  default: string;
  values: readonly string[];
}
interface TextKey extends Described {
  type: 'text';
  /** The empty text stands for "not set". */
  default: string;
  pattern: RegExp;
  /** The pattern in words, read after "must be". */
  rule: string;
}
interface SecretKey extends Described {
  type: 'secret';
  pattern: RegExp;
  rule: string;
}

/** What a setting may be. */
export type SettingKey = IntegerKey | BooleanKey | ChoiceKey | TextKey | SecretKey;

/** A label of DNS. */
export const name = { pattern: /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/, rule: 'a DNS label' };
/** A reference of an image. */
export const image = {
  pattern: /^[\w.-]+[\w./:@-]*[\w]$/,
  rule: 'an image reference, like registry/name:tag or name@sha256:…',
};
/** An amount of CPU. */
export const cpu = { pattern: /^([1-9]\d*m?|0\.\d+)$/, rule: 'an amount of CPU, like 100m or 1' };
/** An amount of memory or storage. */
export const size = { pattern: /^[1-9]\d*(Ki|Mi|Gi|Ti)$/, rule: 'an amount of memory or storage, like 256Mi or 1Gi' };
/** A password that needs no quoting. */
export const password = {
  pattern: /^[\x21\x23-\x5b\x5d-\x7e]{16,128}$/,
  rule: '16 to 128 printable ASCII characters without space, quote and backslash',
};

/** Networks. */
export const ranges = {
  pattern: /^[0-9A-Fa-f:.]+\/\d{1,3}(,[0-9A-Fa-f:.]+\/\d{1,3})*$/,
  rule: 'ranges like 10.0.0.0/8, after commas',
};
/** An address in the internet, of which pods are let to the one port: at another one nothing would answer them. */
export const address = {
  pattern: /^https:\/\/([^\s/?#@]+@)?[^\s/?#@:]+(:443)?([/?#]\S*)?$/,
  rule: 'an address that begins with https:// and has no port but 443',
};
/** Some texts. */
export const list = { pattern: /^[^\s,]+(,[^\s,]+)*$/, rule: 'texts without spaces, after commas' };

/** A whole number in a range. */
export const integer = (minimum: number, maximum: number, value: number, description: string) =>
  ({ type: 'integer', minimum, maximum, default: value, description }) as const;
/** True or false. */
export const boolean = (value: boolean, description: string) =>
  ({ type: 'boolean', default: value, description }) as const;
/** One of some words. */
export const choice = <V extends string>(values: readonly V[], value: V, description: string) =>
  ({ type: 'choice', values, default: value, description }) as const;
/** A text of some form; the empty one stands for "not set". */
export const text = (form: { pattern: RegExp; rule: string }, value: string, description: string) =>
  ({ type: 'text', ...form, default: value, description }) as const;
/** A text that nobody is shown. */
export const secret = (form: { pattern: RegExp; rule: string }, description: string) =>
  ({ type: 'secret', ...form, description }) as const;

/** The items of a text that has them after commas. */
export function itemsOf(text: string): string[] {
  return text.split(',').filter((item) => item !== '');
}
