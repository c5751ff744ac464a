import assert from 'node:assert/strict';
import { test } from 'node:test';
import Type from 'typebox';
import Value from 'typebox/value';
import { newLogo, testApp } from './testing/app.ts';
import { nodesOf, readDescription } from './testing/description.ts';

const ShortTexts = Type.Object({
  maxItems: Type.Integer({ maximum: 100 }),
  items: Type.Object({ type: Type.Literal('string') }),
});

const LOGO = crypto.randomUUID();
const recipe = (fields: object) => ({ logoId: LOGO, recipe: fields });
const variant = (fields: object) => recipe({ type: 'variant', ...fields });
const kit = (fields: object) => recipe({ type: 'kit', ...fields });

const CASES: [body: object, errors: Record<string, string>][] = [
  [{}, { '/recipe': 'is required' }],
  [{ recipe: { type: 'kit' } }, { '/logoId': 'is required, or logoIds in its place' }],
  [
    { logoId: LOGO, logoIds: [LOGO], recipe: { type: 'kit' } },
    { '/logoIds': 'must not be given together with logoId' },
  ],
  [{ logoIds: [], recipe: { type: 'kit' } }, { '/logoIds': 'must have at least 1 item' }],
  [
    { logoIds: [LOGO, crypto.randomUUID(), LOGO], recipe: { type: 'kit' } },
    { '/logoIds': 'must not have the same twice, as at 0, 2' },
  ],
  [
    { logoIds: Array.from({ length: 101 }, () => crypto.randomUUID()), recipe: { type: 'kit' } },
    { '/logoIds': 'must have at most 100 items' },
  ],
  [
    { ...kit({}), logoId: 'x', extra: 1 },
    { '/logoId': 'must be a uuid', '/extra': 'is not a field here' },
  ],
  [recipe({}), { '/recipe/type': 'is required' }],
  [recipe({ type: 'kti' }), { '/recipe/type': 'must be one of variant, kit, palette, recolour, morph' }],
  [recipe({ type: 1 }), { '/recipe/type': 'must be one of variant, kit, palette, recolour, morph' }],
  [kit({ nmae: 'x', 'a/b~': 1 }), { '/recipe/nmae': 'is not a field here', '/recipe/a~1b~0': 'is not a field here' }],
  [kit({ name: 'half \ud83d' }), { '/recipe/name': 'must be whole characters' }],
  [kit({ name: 'two\nlines' }), { '/recipe/name': 'must be one line of text, without control characters' }],
  [kit({ background: 'red; }' }), { '/recipe/background': 'must be auto or a colour like #1a2b3c' }],
  [kit({ include: ['ios', 'ios'] }), { '/recipe/include': 'must not have the same twice, as at 0, 1' }],
  [kit({ version: 2 }), { '/recipe/version': 'must be 1' }],
  [
    variant({ width: '64', height: 0, trim: 'yes' }),
    {
      '/recipe/width': 'must be a whole number',
      '/recipe/height': 'must be at least 1',
      '/recipe/trim': 'must be true or false',
    },
  ],
  [variant({ fit: 'fill ' }), { '/recipe/fit': 'must be one of contain, cover, fill, inside, outside' }],
  [
    variant({ crop: { left: 0, top: 0, width: 0, hieght: 1 } }),
    {
      '/recipe/crop/height': 'is required',
      '/recipe/crop/hieght': 'is not a field here',
      '/recipe/crop/width': 'must be at least 1',
    },
  ],
  [variant({ width: 9999 }), { '/recipe/width': 'must be at most 4096' }],
  [kit({ name: 'x'.repeat(999) }), { '/recipe/name': 'must have at most 100 characters' }],
  [variant({ padding: '5em' }), { '/recipe/padding': 'must be a length like 12px or 8.5%' }],
  [recipe({ type: 'recolour', colours: ['#000000', 'red'] }), { '/recipe/colours/1': 'must be a colour like #1a2b3c' }],
];

test('each broken rule of a request is pointed at, once, and said in words', async (t) => {
  const { app, headers } = await testApp(t);
  for (const [payload, expected] of CASES) {
    const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
    assert.equal(answer.statusCode, 422, JSON.stringify(payload));
    const told = answer.json().errors.map(({ pointer, detail }: Record<string, string>) => [pointer, detail]);
    assert.deepEqual(Object.fromEntries(told), expected, JSON.stringify(payload));
    assert.equal(told.length, Object.keys(expected).length, JSON.stringify(told));
  }
});

test('a key that breaks the rule for keys is named with the rule, where metadata is set', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  const rule = 'is no key here: a key must be 1 to 40 letters, digits, _, . or -';
  const long = 'k'.repeat(41);
  const metadata = { good: 'x', 'no space': 1, 'a/b': 'x', [long]: 'x', '': 'x', 'two\nlines': 'x', brand: 1 };
  const bytes = { bytes: 1, sha256: '0'.repeat(64) };
  for (const [method, url, payload] of [
    ['PATCH', `/v1/logos/${await newLogo(product)}`, { metadata }],
    ['POST', '/v1/logos/uploads', { ...bytes, metadata }],
    ['POST', '/v1/renders', { ...kit({}), metadata }],
    ['PATCH', `/v1/renders/${LOGO}`, { metadata }],
  ] as const) {
    const answer = await app.inject({ method, url, headers, payload });
    assert.equal(answer.statusCode, 422, answer.body);
    const { errors } = answer.json();
    assert.deepEqual(
      new Map(errors.map(({ pointer, detail }: Record<string, string>) => [pointer, detail])),
      new Map([
        ['/metadata/no space', rule],
        ['/metadata/a~1b', rule],
        [`/metadata/${long}`, rule],
        ['/metadata/', rule],
        ['/metadata/two\nlines', rule],
        ['/metadata/brand', 'must be text'],
      ]),
    );
    assert.equal(errors.length, 6);
  }
});

test('a part of a kit that does not exist is told with those that do', async (t) => {
  const { app, headers } = await testApp(t);
  const payload = kit({ include: ['modern', 'amiga'] });
  const { errors } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  assert.equal(errors.length, 1);
  assert.equal(errors[0].pointer, '/recipe/include/1');
  assert.match(errors[0].detail, /^must be one of modern, compat, /);
});

test('a change of nothing is told as one without fields', async (t) => {
  const { app, headers } = await testApp(t);
  const request = { method: 'PATCH', url: `/v1/keys/${crypto.randomUUID()}`, headers, payload: {} } as const;
  assert.equal((await app.inject(request)).json().detail, 'In the body: / must have at least 1 field');
});

test('a mistake in the address is told as one of the query', async (t) => {
  const { app, headers } = await testApp(t);
  const { detail, errors } = (await app.inject({ url: '/v1/renders?limit=0', headers })).json();
  assert.equal(detail, 'In the query: /limit must be at least 1');
  assert.equal(errors[0].pointer, '/limit');
});

test('a body that is no JSON is not guessed at', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  const payload = JSON.stringify({ logoId: await newLogo(product), recipe: { type: 'kit' } });
  const untyped = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });
  assert.equal(untyped.statusCode, 415);
  assert.equal(untyped.json().detail, 'Send the body as application/json');
  const json = { ...headers, 'content-type': 'application/json' };
  const malformed = await app.inject({ method: 'POST', url: '/v1/renders', headers: json, payload: '{"logoId":' });
  assert.equal(malformed.statusCode, 400);
  assert.equal(malformed.json().type, 'urn:logomorph:problem:bad-request');
});

test('a body full of mistakes is answered with some of them', async (t) => {
  const { app, headers } = await testApp(t);
  const include = Array.from({ length: 10_000 }, (_, index) => index);
  const answer = await app.inject({ method: 'POST', url: '/v1/renders', headers, payload: kit({ include }) });
  assert.equal(answer.statusCode, 422);
  assert.equal(answer.json().errors.length, 20);
});

test('lists without repeats are short and of text, for checking a long one of others takes its square', async (t) => {
  const { document } = await readDescription((await testApp(t)).app);
  let lists = 0;
  for (const { pointer, node } of nodesOf(document)) {
    if (!('uniqueItems' in node)) continue;
    assert.ok(Value.Check(ShortTexts, node), `${pointer}: ${JSON.stringify(node)}`);
    lists += 1;
  }
  assert.ok(lists >= 5, `${lists} lists were found`);
});
