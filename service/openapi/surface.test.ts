import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testApp } from '../testing/app.ts';
import { readDescription } from '../testing/description.ts';
import { brokenPromises, surfaceOf } from './surface.ts';

const RELEASES = new URL('./releases/', import.meta.url);

const string = { type: 'string' };
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object) => ({ content: { 'application/json': { schema } } });
const ID = { type: 'string', format: 'uuid', minLength: 9 };
const ANSWER = { type: 'object', required: ['id'], properties: { id: ID, tags: { type: 'array', items: string } } };
const NAME = { type: 'string', minLength: 1, maxLength: 40, pattern: '^[a-z ]+$' };
const ASKED = { type: 'object', required: ['name'], properties: { name: NAME, size: { enum: ['s', 'l'] } } };

const LIMIT = { in: 'query', name: 'limit', schema: { type: 'integer', maximum: 100 } };

/** Of the operation, what is not as it was. */
interface Changed {
  answer?: object;
  asked?: object;
  parameters?: object[];
  more?: object;
}

/** The surface of one operation, and of others. */
function describe({ answer = ANSWER, asked = ASKED, parameters = [LIMIT], more = {} }: Changed) {
  const ask = {
    operationId: 'ask',
    parameters,
    requestBody: json(ref('Asked')),
    responses: { 200: json(ref('Answer')) },
  };
  return surfaceOf({
    paths: { '/a': { post: ask }, ...more },
    components: { schemas: { Asked: asked, Answer: answer } },
  });
}

const { id, tags } = ANSWER.properties;
const { name, size } = ASKED.properties;

for (const [change, now, broken] of [
  [
    'an answer without a field',
    { answer: { ...ANSWER, properties: { id } } },
    ['gone: Answer has/tags array', 'gone: Answer has/tags/* string'],
  ],
  ['a field that may be missing', { answer: { ...ANSWER, required: [] } }, ['gone: Answer has/id always']],
  [
    'a field of another type',
    { answer: { ...ANSWER, properties: { id: { type: 'integer' }, tags } } },
    ['gone: Answer has/id format: "uuid"', 'gone: Answer has/id string', 'new: Answer has/id integer'],
  ],
  [
    'a field that may be null',
    { answer: { ...ANSWER, properties: { id: { ...ID, type: ['string', 'null'] }, tags } } },
    ['new: Answer has/id null'],
  ],
  [
    'a value that is refused',
    { asked: { ...ASKED, properties: { name, size: { enum: ['s'] } } } },
    ['gone: Asked takes/size "l"'],
  ],
  ['a field that is needed', { asked: { ...ASKED, required: ['name', 'size'] } }, ['new: Asked takes/size needed']],
  [
    'an answer of another format',
    { answer: { ...ANSWER, properties: { id: { ...ID, format: 'uri' }, tags } } },
    ['gone: Answer has/id format: "uuid"'],
  ],
  [
    'a shorter limit',
    { asked: { ...ASKED, properties: { name: { ...NAME, maxLength: 39 }, size } } },
    ['new: Asked takes/name maxLength: 39'],
  ],
  [
    'a longer limit from below',
    { asked: { ...ASKED, properties: { name: { ...NAME, minLength: 2 }, size } } },
    ['new: Asked takes/name minLength: 2'],
  ],
  [
    'another pattern',
    { asked: { ...ASKED, properties: { name: { ...NAME, pattern: '^[a-y ]+$' }, size } } },
    ['new: Asked takes/name pattern: "^[a-y ]+$"'],
  ],
  [
    'a format where there was none',
    { asked: { ...ASKED, properties: { name: { ...NAME, format: 'date' }, size } } },
    ['new: Asked takes/name format: "date"'],
  ],
  [
    'a smaller number in a query',
    { parameters: [{ ...LIMIT, schema: { type: 'integer', minimum: 1, maximum: 50 } }] },
    ['new: POST /a takes query limit maximum: 50', 'new: POST /a takes query limit minimum: 1'],
  ],
  [
    'a parameter that is needed',
    { parameters: [{ ...LIMIT, required: true }] },
    ['new: POST /a takes query limit needed'],
  ],
] satisfies [string, Changed, string[]][]) {
  test(`${change} breaks a promise`, () => {
    assert.deepEqual(brokenPromises(describe({}), describe(now)), broken);
  });
}

test('an operation that is gone breaks a promise', () => {
  const list = { get: { operationId: 'list', responses: { 204: {} } } };
  const broken = brokenPromises(describe({ more: { '/b': list } }), describe({}));
  assert.deepEqual(broken, ['gone: GET /b has 204', 'gone: GET /b is list']);
});

test('what is added, wider or no longer needed breaks none, nor what a new operation or a new part needs', () => {
  const deep = { type: 'object', required: ['x'], properties: { x: { ...NAME, maxLength: 3 } } };
  const wider = { type: 'string', minLength: 0, maxLength: 200 };
  const now = describe({
    answer: { ...ANSWER, properties: { ...ANSWER.properties, id: { ...ID, minLength: 1 }, more: ID } },
    asked: { ...ASKED, required: [], properties: { name: wider, size: { enum: ['s', 'l', 'xl'] }, deep } },
    parameters: [LIMIT, { in: 'header', name: 'prefer' }],
    more: {
      '/b': {
        put: {
          operationId: 'put',
          parameters: [{ in: 'path', name: 'b', required: true }],
          requestBody: { required: true },
        },
      },
    },
  });
  assert.deepEqual(brokenPromises(describe({}), now), []);
});

test('the API keeps what it promised in every release', async (t) => {
  const { document } = await readDescription((await testApp(t)).app);
  const now = surfaceOf(document);
  const releases = readdirSync(RELEASES);
  assert.ok(releases.length > 0);
  for (const release of releases) {
    const lines = readFileSync(new URL(release, RELEASES), 'utf8').trim().split('\n');
    assert.ok(lines.length > 1000, `${release} has ${lines.length} lines`);
    assert.deepEqual(brokenPromises(lines, now), [], release);
  }
});
