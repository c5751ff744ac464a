import Type, { type Static } from 'typebox';
import Value from 'typebox/value';

const Media = Type.Object({
  schema: Type.Optional(Type.Object({ examples: Type.Optional(Type.Array(Type.Unknown())) })),
  example: Type.Optional(Type.Unknown()),
  examples: Type.Optional(Type.Unknown()),
});

/** What is completed of an operation. */
export const Operation = Type.Object({
  operationId: Type.Optional(Type.String()),
  requestBody: Type.Optional(Type.Object({ required: Type.Optional(Type.Boolean()) })),
  responses: Type.Record(
    Type.String(),
    Type.Object({
      $ref: Type.Optional(Type.String()),
      description: Type.Optional(Type.String()),
      headers: Type.Optional(Type.Object({})),
      links: Type.Optional(Type.Object({})),
      content: Type.Optional(Type.Record(Type.String(), Media)),
    }),
  ),
});

export type Operation = Static<typeof Operation>;

/** A document of OpenAPI, as far as it is looked into. */
interface Document {
  paths?: object;
  components?: object;
}

/** All operations of a document, with where they are. */
export function* operationsOf({ paths = {} }: Document) {
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(Object(item))) {
      if (Value.Check(Operation, operation)) yield { path, method, operation };
    }
  }
}
