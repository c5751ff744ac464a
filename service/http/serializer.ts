import build from 'fast-json-stringify';
import type { FastifySerializerCompiler } from 'fastify';
import { compileOnce } from './compile-once.ts';

// The format is a rule for requests alone.
const compile = compileOnce((schema) => build(schema, { ajv: { formats: { 'well-formed': true } } }));

/** How answers are written as JSON by their schemas. */
export const serializerCompiler: FastifySerializerCompiler<object> = ({ schema }) => compile(schema);
