import Type, { type Static } from 'typebox';
import Value from 'typebox/value';
import { valueAt } from '../openapi/value-at.ts';
import type { App } from '../routes/types.ts';

const Content = Type.Record(Type.String(), Type.Object({}));
const Link = Type.Object({ operationId: Type.String(), parameters: Type.Record(Type.String(), Type.String()) });

const Answer = Type.Object({
  $ref: Type.Optional(Type.String()),
  content: Type.Optional(Content),
  links: Type.Optional(Type.Record(Type.String(), Link)),
});

const Parameter = Type.Object({
  name: Type.String(),
  in: Type.Enum(['path', 'query', 'header']),
  required: Type.Boolean(),
});

const Operation = Type.Object({
  operationId: Type.String({ pattern: '^[a-z][A-Za-z0-9]*$' }),
  summary: Type.String({ minLength: 1 }),
  description: Type.String({ minLength: 1 }),
  tags: Type.Array(Type.String(), { minItems: 1 }),
  security: Type.Array(Type.Object({})),
  parameters: Type.Optional(Type.Array(Parameter)),
  requestBody: Type.Optional(Type.Object({ content: Content })),
  responses: Type.Record(Type.String(), Answer),
});

const Document = Type.Object({
  openapi: Type.String({ pattern: '^3\\.1\\.' }),
  tags: Type.Array(Type.Object({ name: Type.String(), description: Type.String() })),
  paths: Type.Record(Type.String(), Type.Record(Type.String(), Type.Object({}))),
  components: Type.Object({}),
});

const WithExamples = Type.Object({
  example: Type.Optional(Type.Unknown()),
  examples: Type.Optional(
    Type.Record(
      Type.String(),
      Type.Object({ $ref: Type.Optional(Type.String()), value: Type.Optional(Type.Unknown()) }),
    ),
  ),
});

/** What the API says of itself: the document, and its operations, each of which is whole. */
export async function readDescription(app: App) {
  const document = checked(Document, (await app.inject({ url: '/api-docs/json' })).json(), 'the document');
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => {
      const name = `${method.toUpperCase()} ${path}`;
      return { name, path, ...checked(Operation, operation, name) };
    }),
  );
  return { document, operations };
}

/** What a reference of a document refers to. */
export function answerAt(document: object, reference: string): Static<typeof Answer> {
  return checked(Answer, valueAt(document, reference), reference);
}

/** The examples beside a schema. */
export function examplesOf(document: object, place: object): unknown[] {
  const { example, examples = {} } = checked(WithExamples, place, 'examples');
  const named = Object.values(examples).map(({ $ref, value }) =>
    $ref === undefined ? value : Object(valueAt(document, $ref)).value,
  );
  return example === undefined ? named : [example, ...named];
}

/** All objects in a document with their places, but for those in examples. */
export function* nodesOf(node: unknown, pointer = ''): Generator<{ pointer: string; node: object }> {
  if (typeof node !== 'object' || node === null) return;
  yield { pointer, node };
  for (const [key, child] of Object.entries(node)) {
    if (key === 'example' || key === 'examples') continue;
    yield* nodesOf(child, `${pointer}/${encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'))}`);
  }
}

function checked<S extends Type.TSchema>(schema: S, value: unknown, what: string): Static<S> {
  if (Value.Check(schema, value)) return value;
  const errors = [...Value.Errors(schema, value)].map(({ instancePath, message }) => `${instancePath} ${message}`);
  throw new Error(`${what}: ${errors.join('; ')}`);
}
