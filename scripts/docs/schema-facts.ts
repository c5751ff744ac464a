import Type, { type Static, type TSchema } from 'typebox';
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
  default: Type.Optional(Type.Union([Type.String(), Type.Number()])),
  description: Type.Optional(Type.String()),
});

/** Three cells of a table: which values there may be, the default, and what it means. */
export function factsOf(schema: TSchema, required: boolean): [range: string, standard: string, meaning: string] {
  const facts = Value.Parse(Facts, schema);
  const missing = required ? 'none: it must be set' : 'not set';
  return [
    range(facts),
    facts.default === undefined ? missing : code(String(facts.default)),
    facts.description?.replaceAll('\n', ' ') ?? '',
  ];
}

function range(facts: Static<typeof Facts>): string {
  const { type, const: only, enum: values, pattern, minimum, maximum, minLength, maxLength } = facts;
  if (only !== undefined) return code(String(only));
  if (values !== undefined) return `one of ${values.map(code).join(', ')}`;
  if (pattern !== undefined) return `text that matches ${code(pattern)}`;
  if (type === 'integer') return `whole number from ${minimum} to ${maximum}`;
  return maxLength === undefined ? 'text' : `text of ${minLength} to ${maxLength} characters`;
}
