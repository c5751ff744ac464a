import type { ParseArgsOptionsConfig } from 'node:util';
import type { RecipeRequest } from './client.ts';

/**
 * What the value of a flag is. A list may be given with commas or several times, pairs several times as key=value; a box is
 * left,top,width,height.
 */
type Kind = 'text' | 'number' | 'list' | 'pairs' | 'switch' | 'box';

/** A field of a recipe as a flag: its name is the field's, in lower case with hyphens. */
export interface Flag {
  kind: Kind;
  help: string;
}

/** The flags of a recipe: one for each of its fields. */
export type FlagsOf<Type extends RecipeRequest['type']> = {
  readonly [Field in Exclude<keyof Extract<RecipeRequest, { type: Type }>, 'type' | 'version'>]: Flag;
};

export type Flags = Readonly<Record<string, Flag>>;

/** A mistake in what was typed. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** What a flag is called that is for a field. */
export function flagName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Flags as `parseArgs` wants them. */
export function optionsOf(flags: Flags): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(flags).map(([field, { kind }]) => [
      flagName(field),
      { type: kind === 'switch' ? 'boolean' : 'string', multiple: kind === 'list' || kind === 'pairs' },
    ]),
  );
}

/**
 * The fields of a recipe that flags were given for. Whether their values are ones that are taken is for the API to say.
 *
 * @throws UsageError
 */
export function fieldsOf(flags: Flags, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const given = Object.entries(flags).filter(([field]) => values[flagName(field)] !== undefined);
  return Object.fromEntries(
    given.map(([field, { kind }]) => [field, parsed(kind, flagName(field), values[flagName(field)])]),
  );
}

function parsed(kind: Kind, name: string, value: unknown): unknown {
  if (kind === 'number') return numberOf(name, String(value));
  if (kind === 'list') return [value].flat().flatMap((part) => String(part).split(','));
  if (kind !== 'box') return value;
  const [left, top, width, height, ...more] = String(value)
    .split(',')
    .map((part) => numberOf(name, part));
  if (height === undefined || more.length > 0) throw new UsageError(`--${name} is left,top,width,height`);
  return { left, top, width, height };
}

function numberOf(name: string, text: string): number {
  const number = Number(text);
  if (text.trim() === '' || !Number.isFinite(number))
    throw new UsageError(`--${name} is a number, which ${text} is not`);
  return number;
}

/**
 * Texts by their keys, as a flag that may be given several times has them.
 *
 * @throws UsageError
 */
export function pairsOf(name: string, value: unknown): Record<string, string> {
  const texts = [value].flat().map(String);
  return Object.fromEntries(
    texts.map((text) => {
      const [, key, words] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
      if (key === undefined || words === undefined)
        throw new UsageError(`--${name} is key=value, which ${text} is not`);
      return [key, words];
    }),
  );
}
