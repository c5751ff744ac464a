import { PATTERN_WORDS } from '@logomorph/contract/pattern-words.ts';
import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { code } from './markdown.ts';

/** What the docs say of a value, of all that its schema may say. */
const Facts = Type.Object({
  type: Type.Optional(Type.String()),
  const: Type.Optional(Type.Union([Type.String(), Type.Number()])),
  enum: Type.Optional(Type.Array(Type.String())),
  pattern: Type.Optional(Type.String()),
  minimum: Type.Optional(Type.Number()),
  maximum: Type.Optional(Type.Number()),
  minLength: Type.Optional(Type.Number()),
  maxLength: Type.Optional(Type.Number()),
  minItems: Type.Optional(Type.Number()),
  maxItems: Type.Optional(Type.Number()),
  uniqueItems: Type.Optional(Type.Boolean()),
  items: Type.Optional(Type.Unknown()),
  properties: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  required: Type.Optional(Type.Array(Type.String())),
  default: Type.Optional(Type.Unknown()),
  description: Type.Optional(Type.String()),
});

type Facts = Static<typeof Facts>;

/**
 * Rows of four cells, one a field of the object that a schema describes: its name, which values there may be, the
 * default, and what it means. The fields of an object in it follow it, with the names of both.
 */
export function fieldRows(schema: unknown, prefix = ''): string[][] {
  const { properties = {}, required = [] } = Value.Parse(Facts, schema);
  return Object.entries(properties).flatMap(([field, property]) => {
    const name = prefix + field;
    const facts = Value.Parse(Facts, property);
    const missing = required.includes(field) ? 'none: it must be set' : 'not set';
    const row = [
      code(name),
      range(facts),
      facts.default === undefined ? missing : value(facts.default),
      facts.description?.replaceAll('\n', ' ') ?? '',
    ];
    return [row, ...fieldRows(property, `${name}.`), ...fieldRows(facts.items ?? {}, `${name}[].`)];
  });
}

function range(facts: Facts): string {
  const { type, const: only, enum: values, pattern, minimum, maximum } = facts;
  if (only !== undefined) return value(only);
  if (values !== undefined) return `one of ${values.map(code).join(', ')}`;
  if (pattern !== undefined)
    return [PATTERN_WORDS[pattern] ?? `text that matches ${code(pattern)}`, ...length(facts)].join(', ');
  switch (type) {
    case 'boolean':
      return '`true` or `false`';
    case 'integer':
      return `whole number${between(minimum, maximum)}`;
    case 'number':
      return `number${between(minimum, maximum)}`;
    case 'object':
      return 'an object';
    case 'array':
      return list(facts);
    default:
      return ['text', ...length(facts)].join(', ');
  }
}

function list({ items, minItems, maxItems, uniqueItems }: Facts): string {
  const each = range(Value.Parse(Facts, items));
  const count = minItems === undefined && maxItems === undefined ? '' : ` of ${bounds(minItems, maxItems)}`;
  return `a list${count}${uniqueItems === true ? ', none twice' : ''}; each ${each}`;
}

function length({ minLength, maxLength }: Facts): string[] {
  return maxLength === undefined ? [] : [`${bounds(minLength, maxLength)} characters`];
}

function between(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum === undefined && maximum === undefined) return '';
  return maximum === undefined || minimum === undefined
    ? `, ${bounds(minimum, maximum)}`
    : ` from ${bounds(minimum, maximum)}`;
}

function bounds(least: number | undefined, most: number | undefined): string {
  if (most === undefined) return `at least ${least}`;
  return least === undefined ? `at most ${most}` : `${least} to ${most}`;
}

function value(of: unknown): string {
  return code(typeof of === 'string' ? of : JSON.stringify(of));
}
