import type { FastifySchema } from 'fastify';
import Type from 'typebox';
import Value from 'typebox/value';

const WithWildcard = Type.Object({
  properties: Type.Intersect([Type.Object({ '*': Type.Unknown() }), Type.Record(Type.String(), Type.Unknown())]),
  required: Type.Array(Type.String()),
});

const WithPatterns = Type.Object({ patternProperties: Type.Record(Type.String(), Type.Unknown()) });

/** What stands for any key, of which there is nothing to be said. */
const ANY_KEY = '^.*$';

/** The schema of a route as its description has it, which may have names and words that validation does without. */
export function describedSchema(schema: FastifySchema): FastifySchema {
  const { params, body, querystring, response, headers, ...rest } = schema;
  return {
    // Said of those that need no key too.
    security: [],
    ...rest,
    ...(params === undefined ? {} : { params: nameWildcard(params) }),
    ...(headers === undefined ? {} : { headers }),
    ...(querystring === undefined ? {} : { querystring }),
    ...(response === undefined ? {} : { response: tellKeys(response) }),
    ...(body === undefined ? rawBody(schema) : { body: tellKeys(body) }),
  };
}

/** A wildcard has no name in OpenAPI. */
function nameWildcard(params: unknown): unknown {
  if (!Value.Check(WithWildcard, params)) return params;
  const { '*': name, ...properties } = params.properties;
  const required = params.required.map((key) => (key === '*' ? 'name' : key));
  return { ...params, properties: { ...properties, name }, required };
}

/** Of a route that takes bytes as they come, and so has no schema of them to validate. */
function rawBody({ consumes }: FastifySchema): Pick<FastifySchema, 'body'> {
  if (consumes === undefined) return {};
  const schema = { type: 'string', format: 'binary', description: 'The bytes as they are' };
  return { body: { content: Object.fromEntries(consumes.map((mediaType) => [mediaType, { schema }])) } };
}

/** Records are told by `additionalProperties`: `patternProperties` do not come through to the document. */
function tellKeys(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tellKeys);
  if (typeof node !== 'object' || node === null) return node;
  const told = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, tellKeys(value)]));
  if (!Value.Check(WithPatterns, told)) return told;
  const { patternProperties, ...rest } = told;
  const { [ANY_KEY]: value, ...others } = patternProperties;
  if (value === undefined || Object.keys(others).length > 0) {
    throw new Error('what keys may be is to be said by propertyNames');
  }
  return { ...rest, additionalProperties: value };
}
