import { boundsOf, isBound, narrowed } from './bounds.ts';
import { valueAt } from './value-at.ts';

/** A part of a description, of which no more is known than what is looked at. */
type Node = Readonly<Record<string, unknown>>;

/** A value that a request `takes`, or one that an answer `has`. */
type Way = 'takes' | 'has';

/**
 * What programs rely on, a line for each: operations, what they take and need, and what they answer when they do what was asked,
 * with types, values, bounds, and names of components, which code that is generated has too. Words and examples are not in it.
 *
 * @param document a whole one of OpenAPI 3.1
 */
export function surfaceOf(document: object): string[] {
  const lines = new Set<string>();
  const { paths, webhooks } = nodeOf(document);
  for (const { name, operation } of operationsOf(paths)) {
    lines.add(`${name} is ${operation.operationId}`);
    addRequest(document, lines, name, operation);
    for (const [status, answer] of Object.entries(nodeOf(operation.responses))) {
      if (Number(status) >= 400) continue;
      const place = `${name} has ${status}`;
      lines.add(place);
      const { headers, content } = at(document, answer);
      for (const header of Object.keys(nodeOf(headers))) lines.add(`${place} header ${header}`);
      addContent(document, lines, place, content, 'has');
    }
  }
  for (const { name, operation } of operationsOf(webhooks))
    addContent(document, lines, `webhook ${name} has`, at(document, operation.requestBody).content, 'has');
  return [...lines].sort();
}

function addRequest(document: object, lines: Set<string>, name: string, operation: Node): void {
  for (const item of listOf(operation.parameters)) {
    const parameter = at(document, item);
    const place = `${name} takes ${parameter.in} ${parameter.name}`;
    addSchema(document, lines, place, parameter.schema, 'takes');
    if (parameter.required === true) lines.add(`${place} needed`);
  }
  const { content, required } = at(document, operation.requestBody);
  addContent(document, lines, `${name} takes`, content, 'takes');
  if (required === true) lines.add(`${name} takes body needed`);
}

function addContent(document: object, lines: Set<string>, place: string, content: unknown, way: Way): void {
  for (const [type, media] of Object.entries(nodeOf(content)))
    addSchema(document, lines, `${place} ${type}`, nodeOf(media).schema, way);
}

function addSchema(document: object, lines: Set<string>, place: string, item: unknown, way: Way): void {
  const { $ref } = nodeOf(item);
  const schema = at(document, item);
  if (typeof $ref === 'string') {
    const name = `${$ref.slice($ref.lastIndexOf('/') + 1)} ${way}`;
    lines.add(`${place} ${name}`);
    if (lines.has(name)) return;
    lines.add(name);
    addSchema(document, lines, name, schema, way);
    return;
  }
  const add = (part: string, inner: unknown) => addSchema(document, lines, place + part, inner, way);
  for (const type of listOf(schema.type)) lines.add(`${place} ${type}`);
  for (const line of boundsOf(place, way, schema)) lines.add(line);
  for (const value of [...listOf(schema.enum), ...listOf(schema.const)]) lines.add(`${place} ${JSON.stringify(value)}`);
  for (const word of ['oneOf', 'anyOf', 'allOf']) for (const one of listOf(schema[word])) add('', one);
  for (const [name, property] of Object.entries(nodeOf(schema.properties))) add(`/${name}`, property);
  for (const name of listOf(schema.required)) lines.add(`${place}/${name} ${way === 'takes' ? 'needed' : 'always'}`);
  for (const word of ['items', 'additionalProperties']) if (schema[word] instanceof Object) add('/*', schema[word]);
  if (schema.propertyNames instanceof Object) add('/?', schema.propertyNames);
}

const TYPE = / (?:array|boolean|integer|null|number|object|string)$/;

/** What is not kept of a surface of before: what is gone from it, what requests that were whole now lack or have too much, and new types in answers. */
export function brokenPromises(before: readonly string[], now: readonly string[]): string[] {
  const [had, has] = [new Set(before), new Set(now)];
  const places = new Set(before.filter((line) => !isBound(line)).map(placeOf));
  const gone = before.filter((line) => !line.endsWith(' needed') && !isBound(line) && !has.has(line));
  const narrower = narrowed(before, now, (place) => places.has(place));
  const breaking = now.filter((line) => {
    if (had.has(line) || isBound(line)) return false;
    if (line.endsWith(' needed')) return places.has(askingOf(line));
    return / has\b/.test(line) && TYPE.test(line) && places.has(placeOf(line));
  });
  return [...gone.map((line) => `gone: ${line}`), ...[...breaking, ...narrower].map((line) => `new: ${line}`)];
}

function placeOf(line: string): string {
  return line.slice(0, line.lastIndexOf(' '));
}

/** What of a request needs something: an operation its parameters, and a value its fields. */
function askingOf(line: string): string {
  const [, operation] = /^([A-Z]+ \S+) takes (?:body|(?:header|path|query) \S+) needed$/.exec(line) ?? [];
  return operation === undefined ? line.slice(0, line.lastIndexOf('/')) : `${operation} is`;
}

function operationsOf(paths: unknown) {
  return Object.entries(nodeOf(paths)).flatMap(([path, item]) =>
    Object.entries(nodeOf(item)).map(([method, operation]) => ({
      name: `${method.toUpperCase()} ${path}`,
      operation: nodeOf(operation),
    })),
  );
}

function at(document: object, item: unknown): Node {
  const { $ref } = nodeOf(item);
  return nodeOf(typeof $ref === 'string' ? valueAt(document, $ref) : item);
}

function nodeOf(value: unknown): Node {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}
