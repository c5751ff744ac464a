import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { testApp } from '../testing/app.ts';
import { answerAt, examplesOf, nodesOf, readDescription } from '../testing/description.ts';
import { valueAt } from './value-at.ts';

test('every operation says who may ask for it, and all that it answers', async (t) => {
  const { document, operations } = await readDescription((await testApp(t)).app);
  const ids = operations.map(({ operationId }) => operationId);
  assert.deepEqual(ids, [...new Set(ids)], 'ids are those of one operation each');
  for (const { name, path, tags, security, parameters = [], responses } of operations) {
    for (const tag of tags)
      assert.ok(
        document.tags.some((known) => known.name === tag),
        `${name}: ${tag}`,
      );
    const needsKey = path.startsWith('/v1/');
    assert.equal(security.length > 0, needsKey, name);
    const told = Object.keys(responses);
    for (const status of [
      '400',
      '408',
      '414',
      '431',
      '500',
      '503',
      ...(path.startsWith('/health') ? [] : ['415']),
      ...(needsKey ? ['401', '403', '429'] : []),
    ]) {
      assert.ok(told.includes(status), `${name} does not say what ${status} is`);
    }
    assert.ok(
      told.some((status) => status.startsWith('2')),
      name,
    );
    const inPath = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
    assert.deepEqual(inPath.sort(), [...path.matchAll(/\{([^}]+)\}/g)].map(([, parameter]) => parameter).sort(), name);
  }
});

test('every JSON body and every parameter that is needed has an example', async (t) => {
  const { document, operations } = await readDescription((await testApp(t)).app);
  for (const { name, parameters = [], requestBody, responses } of operations) {
    const needed = parameters
      .filter(({ required }) => required)
      .map((parameter) => [parameter.name, parameter] as const);
    const answers = Object.values(responses).map((answer) =>
      answer.$ref === undefined ? answer : answerAt(document, answer.$ref),
    );
    const bodies = [requestBody, ...answers].flatMap((body) => Object.entries(body?.content ?? {}));
    for (const [what, place] of [...needed, ...bodies.filter(([type]) => type.endsWith('json'))]) {
      assert.ok(examplesOf(document, place).length > 0, `${name}: ${what} has no example`);
    }
  }
});

test('filters of lists have no example, which the page would fill in: nothing would be found', async (t) => {
  const { document, operations } = await readDescription((await testApp(t)).app);
  for (const { name, operationId, parameters = [] } of operations) {
    const filters = operationId.startsWith('list') ? parameters.filter(({ required }) => !required) : [];
    for (const filter of filters) assert.deepEqual(examplesOf(document, filter), [], `${name}: ${filter.name}`);
  }
});

test('every example is valid by the schema beside it', async (t) => {
  const { document } = await readDescription((await testApp(t)).app);
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'well-formed': true } });
  formats.default(ajv);
  ajv.addSchema(document, 'api');
  let checks = 0;
  for (const { pointer, node } of nodesOf(document)) {
    if (!('schema' in node)) continue;
    for (const example of examplesOf(document, node)) {
      const isValid = ajv.getSchema(`api#${pointer}/schema`);
      assert.ok(isValid?.(example), `${pointer}: ${JSON.stringify(example)} ${ajv.errorsText(isValid?.errors)}`);
      checks += 1;
    }
  }
  assert.ok(checks > 200, `${checks} examples`);
});

test('what is referred to is there, and links lead to operations by parameters that they have', async (t) => {
  const { document, operations } = await readDescription((await testApp(t)).app);
  for (const { pointer, node } of nodesOf(document)) {
    if ('$ref' in node) assert.ok(valueAt(document, String(node.$ref)), `${pointer}: ${node.$ref}`);
  }
  const links = operations.flatMap(({ name, responses }) =>
    Object.values(responses).flatMap((answer) => Object.values(answer.links ?? {}).map((link) => ({ name, link }))),
  );
  assert.ok(links.length > 0);
  for (const { name, link } of links) {
    const target = operations.find(({ operationId }) => operationId === link.operationId);
    const known = target?.parameters?.map((parameter) => parameter.name) ?? [];
    for (const parameter of Object.keys(link.parameters)) {
      assert.ok(known.includes(parameter), `${name}: ${link.operationId} has no ${parameter}`);
    }
  }
});

test('generators have a name for each choice of objects, and none that another schema has', async (t) => {
  const { document } = await readDescription((await testApp(t)).app);
  const schemas = Object.entries(Object(valueAt(document, '#/components/schemas')));
  const names = new Set(schemas.map(([name]) => name));
  for (const [name, schema] of schemas) {
    const { properties = {}, anyOf = [] } = Object(schema);
    // What has no name of its own is named for the schema and the property that it is in.
    for (const [property, { type }] of Object.entries<{ type?: string }>(properties)) {
      const named = `${name}${property.charAt(0).toUpperCase()}${property.slice(1)}`;
      assert.ok(type !== 'object' || !names.has(named), `${name}: ${property} and ${named} are named alike`);
    }
    for (const option of anyOf) assert.notEqual(option.type, 'object', `${name}: a choice has no title`);
  }
});

test('generators have one class for each problem, and none for an answer of an operation', async (t) => {
  const { document } = await readDescription((await testApp(t)).app);
  let answers = 0;
  for (const { pointer, node } of nodesOf(document)) {
    const schema =
      pointer.endsWith('/application~1problem%2Bjson') && 'schema' in node ? Object(node.schema) : undefined;
    if (schema === undefined) continue;
    for (const { $ref } of schema.anyOf ?? [schema]) assert.match($ref ?? '', /[a-z]Problem$/, pointer);
    answers += 1;
  }
  assert.ok(answers > 40, `${answers} answers`);
});

test('generators know the bytes of files, and of logos, as bytes', async (t) => {
  const { operations } = await readDescription((await testApp(t)).app);
  const bytes = { type: 'string', format: 'binary' };
  const bodies = new Map(
    operations.map(({ operationId, requestBody, responses }) => [operationId, { requestBody, ...responses }]),
  );
  for (const [operation, place] of [
    ['fetchOutput', '200'],
    ['fetchOutput', '206'],
    ['fetchSignedFile', '200'],
    ['fetchTransform', '200'],
    ['uploadLogo', 'requestBody'],
  ] as const) {
    const [[type, body] = []] = Object.entries(Object(bodies.get(operation))[place]?.content ?? {});
    assert.equal(type, 'application/octet-stream', `${operation} ${place}`);
    assert.partialDeepStrictEqual(Object(body).schema, bytes, `${operation} ${place}`);
  }
});
