import { PATTERN_WORDS } from '@logomorph/contract/pattern-words.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Problem } from '@logomorph/contract/problem-document.ts';
import { RECIPES } from '@logomorph/contract/recipe/recipe.ts';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';
import { compileOnce } from './http/compile-once.ts';

// Strict but for one rule, which does not see that `required` and `properties` may stand on two levels.
const OPTIONS = { allErrors: true, useDefaults: true, discriminator: true, strict: true, strictRequired: false };
const strict = compilerOf(new Ajv(OPTIONS));
const coercing = compilerOf(new Ajv({ ...OPTIONS, coerceTypes: 'array' }));

/**
 * How requests are checked against their schemas. Bodies are taken as they are: an unknown field or a number
 * in quotes is an error. Queries and headers are text, so numbers are read from it there, and what may be given several
 * times is a list when it is given once. Defaults are filled.
 */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) =>
  (httpPart === 'body' ? strict : coercing)(schema);

function compilerOf(ajv: Ajv) {
  formats.default(ajv);
  // Without the prefix `urn:uuid:`, which the format allows and a database does not read.
  ajv.addFormat('uuid', /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i);
  ajv.addFormat('well-formed', (text) => text.isWellFormed());
  // Annotations of OpenAPI and TypeBox that say nothing about validity.
  ajv.addVocabulary(['example']);
  return compileOnce((schema) => ajv.compile(schema));
}

/** A refusal of a request that breaks rules, which points at each field. */
export function invalidRequest(part: string, errors: NonNullable<Problem['errors']>): ProblemError {
  const fields = errors.map(({ pointer, detail }) => `${pointer || '/'} ${detail}`).join('; ');
  return new ProblemError('invalid-request', `In the ${part}: ${fields}`, { errors });
}

/** How many fields an answer points at: each may be told with all its values, and a body may be full of them. */
const TOLD_FIELDS = 20;

/** As Ajv tells it: of a rule for keys, with the key. */
interface BrokenRule extends FastifySchemaValidationError {
  propertyName?: string;
}

/** Where rules were broken, as JSON pointers into the checked part, and which: the first one of each field. */
export function describeValidationErrors(errors: readonly BrokenRule[]) {
  const byPointer = new Map<string, string>();
  for (const error of errors) {
    if (byPointer.size === TOLD_FIELDS) break;
    const pointer = pointerOf(error);
    if (!byPointer.has(pointer)) byPointer.set(pointer, describeRule(error));
  }
  return [...byPointer].map(([pointer, detail]) => ({ pointer, detail }));
}

function pointerOf({ instancePath, params, propertyName }: BrokenRule): string {
  const field =
    propertyName ?? params.propertyName ?? params.additionalProperty ?? params.missingProperty ?? params.tag;
  // RFC 6901, 3; what is in the path is escaped already.
  return typeof field === 'string'
    ? `${instancePath}/${field.replaceAll('~', '~0').replaceAll('/', '~1')}`
    : instancePath;
}

const TYPES: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  number: 'a number',
  object: 'an object',
  string: 'text',
};

function describeRule({ propertyName, ...rule }: BrokenRule): string {
  return propertyName === undefined ? wordsOf(rule) : `is no key here: a key ${wordsOf(rule)}`;
}

function wordsOf({ keyword, params, message }: FastifySchemaValidationError): string {
  switch (keyword) {
    case 'additionalProperties':
      return 'is not a field here';
    case 'required':
      return 'is required';
    case 'discriminator':
      // The one thing that is told apart by a field of its own.
      return `must be one of ${Object.keys(RECIPES).join(', ')}`;
    case 'enum':
      return `must be one of ${listed(params.allowedValues)}`;
    case 'const':
      return `must be ${String(params.allowedValue)}`;
    case 'pattern':
      return `must be ${PATTERN_WORDS[String(params.pattern)] ?? `text that matches ${String(params.pattern)}`}`;
    case 'format':
      return params.format === 'well-formed' ? 'must be whole characters' : `must be a ${String(params.format)}`;
    case 'type':
      return `must be ${TYPES[String(params.type)] ?? String(params.type)}`;
    case 'minimum':
    case 'maximum':
      return `must be ${bound(keyword)} ${params.limit}`;
    case 'minItems':
    case 'maxItems':
      return `must have ${bound(keyword)} ${counted(params.limit, 'item')}`;
    case 'minLength':
    case 'maxLength':
      return `must have ${bound(keyword)} ${counted(params.limit, 'character')}`;
    case 'minProperties':
    case 'maxProperties':
      return `must have ${bound(keyword)} ${counted(params.limit, 'field')}`;
    case 'uniqueItems':
      return sameTwice(Number(params.i), Number(params.j));
    default:
      return message ?? 'is not valid';
  }
}

function bound(keyword: string): string {
  return keyword.startsWith('min') ? 'at least' : 'at most';
}

function counted(limit: unknown, one: string): string {
  return `${limit} ${limit === 1 ? one : `${one}s`}`;
}

/** The rule of a list that has an item at two places. */
export function sameTwice(one: number, other: number): string {
  return `must not have the same twice, as at ${Math.min(one, other)}, ${Math.max(one, other)}`;
}

function listed(values: unknown): string {
  return Array.isArray(values) ? values.map(String).join(', ') : String(values);
}
