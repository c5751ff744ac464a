import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import type { FastifySchemaCompiler, FastifySchemaValidationError } from 'fastify';

/**
 * How requests are checked against their schemas. Bodies are taken as they are: an unknown field or a number
 * in quotes is an error. Queries and headers are text, so numbers are read from it there. Defaults are filled.
 */
export function createValidatorCompiler(): FastifySchemaCompiler<object> {
  // Strict but for one rule, which does not see that `required` and `properties` may stand on two levels.
  const options = { allErrors: true, useDefaults: true, discriminator: true, strict: true, strictRequired: false };
  const strict = withFormats(new Ajv(options));
  const coercing = withFormats(new Ajv({ ...options, coerceTypes: true }));
  return ({ schema, httpPart }) => (httpPart === 'body' ? strict : coercing).compile(schema);
}

function withFormats(ajv: Ajv): Ajv {
  formats.default(ajv);
  // Without the prefix `urn:uuid:`, which the format allows and a database does not read.
  ajv.addFormat('uuid', /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i);
  // Annotations of OpenAPI and TypeBox that say nothing about validity.
  ajv.addVocabulary(['example']);
  return ajv;
}

/** Where a rule was broken, as a JSON pointer into the checked part, and which. */
export function describeValidationError(error: FastifySchemaValidationError): { pointer: string; detail: string } {
  const { additionalProperty, allowedValues, tag, tagValue } = error.params;
  if (typeof additionalProperty === 'string') {
    return { pointer: `${error.instancePath}/${additionalProperty}`, detail: 'is not a field here' };
  }
  if (error.keyword === 'required') {
    return { pointer: `${error.instancePath}/${String(error.params.missingProperty)}`, detail: 'is required' };
  }
  if (error.keyword === 'discriminator') {
    return { pointer: `${error.instancePath}/${String(tag)}`, detail: `is not known: ${JSON.stringify(tagValue)}` };
  }
  if (Array.isArray(allowedValues)) {
    return { pointer: error.instancePath, detail: `must be one of ${allowedValues.map(String).join(', ')}` };
  }
  return { pointer: error.instancePath, detail: error.message ?? 'is not valid' };
}
