import Type from 'typebox';
import Value from 'typebox/value';

/** A choice between schemas that are references by now. */
const Choice = Type.Object({
  discriminator: Type.Object({ propertyName: Type.String() }),
  oneOf: Type.Array(Type.Object({ $ref: Type.String() })),
});

/** One of them, which is told by the one value that a property has. */
const Tagged = Type.Object({
  properties: Type.Record(Type.String(), Type.Object({ enum: Type.Optional(Type.Array(Type.Unknown())) })),
});

const EXAMPLES: ReadonlySet<string> = new Set(['example', 'examples']);

/**
 * Moves every schema that has a title out of an OpenAPI document's paths to its components, so that it is said once and
 * generated clients have a name for it. Discriminators, which work with named schemas alone, get their mapping.
 *
 * @param others titled schemas that belong there though no path has them, such as what is sent in a stream
 * @throws an error when two schemas of one title differ
 */
export function nameSchemas<Document extends { paths?: object; components?: object }>(
  document: Document,
  others: readonly object[] = [],
): Document {
  const named = structuredClone(document);
  const schemas: Record<string, unknown> = {};
  moveTitled(named.paths, schemas);
  moveTitled(named.components, schemas);
  moveTitled(structuredClone(others), schemas);
  return Object.assign(named, { components: { ...named.components, schemas } });
}

/** Replaces what is titled below a node, the innermost first, by references. */
function moveTitled(node: unknown, schemas: Record<string, unknown>): void {
  if (!isObject(node)) return;
  for (const [key, child] of Object.entries(node)) {
    // What has a title there is no schema.
    if (EXAMPLES.has(key)) continue;
    moveTitled(child, schemas);
    if (!isObject(child) || !('title' in child) || typeof child.title !== 'string') continue;
    if (Value.Check(Choice, child)) Object.assign(child.discriminator, { mapping: mappingOf(child, schemas) });
    // Where they belong, beside an answer or a request, they have been put already.
    Reflect.deleteProperty(child, 'examples');
    const { title } = child;
    schemas[title] ??= child;
    if (JSON.stringify(schemas[title]) !== JSON.stringify(child)) throw new Error(`two schemas are titled ${title}`);
    Reflect.set(node, key, { $ref: reference(title) });
  }
}

function mappingOf({ discriminator, oneOf }: Type.Static<typeof Choice>, schemas: Record<string, unknown>) {
  const options = Object.entries(schemas).filter(([title]) => oneOf.some(({ $ref }) => $ref === reference(title)));
  return Object.fromEntries(
    options.flatMap(([title, schema]) => {
      const tags = Value.Parse(Tagged, schema).properties[discriminator.propertyName]?.enum ?? [];
      return tags.map((tag) => [String(tag), reference(title)]);
    }),
  );
}

function reference(title: string): string {
  return `#/components/schemas/${title}`;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
