import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../testing/app.ts';

test('bodies of JSON are taken, in UTF-8 and by that name, and no others', async (t) => {
  const { app, headers } = await testApp(t);
  const post = async (payload: string | Buffer, type: string | undefined) => {
    const own = type === undefined ? headers : { ...headers, 'content-type': type };
    const answer = await app.inject({ method: 'POST', url: '/v1/keys', headers: own, payload });
    const { name, type: problem, detail } = answer.json();
    return name ?? [problem.split(':').at(-1), detail];
  };
  for (const type of ['application/json', 'application/json; charset=utf-8', 'Application/JSON']) {
    assert.equal(await post('{"name":"Zürich"}', type), 'Zürich', type);
  }
  assert.equal(await post('\ufeff{"name":"marked"}', 'application/json'), 'marked');

  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'json', undefined]) {
    const refused = ['unsupported-media-type', 'Send the body as application/json'];
    assert.deepEqual(await post('{"name":"other"}', type), refused, type);
  }
  const latin1 = Buffer.from('{"name":"Zürich"}', 'latin1');
  assert.deepEqual(await post(latin1, 'application/json'), ['bad-request', 'The body is no text in UTF-8']);
  for (const text of ['{"name":', '{"name":"x","__proto__":{}}', '{"name":"x","constructor":{"prototype":{}}}']) {
    const refused = ['bad-request', 'The body is no JSON that is taken here'];
    assert.deepEqual(await post(text, 'application/json'), refused, text);
  }
  assert.equal((await post('', 'application/json'))[0], 'empty-body');
});

test('a body whose lists lie too deep in each other is refused, also where none is asked for', async (t) => {
  const { app, headers } = await testApp(t);
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  const post = async (url: string, payload: string) => {
    const own = { ...headers, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const answer = await app.inject({ method: 'POST', url, headers: own, payload });
    return answer.json().type.split(':').at(-1);
  };
  const cancel = `/v1/renders/${crypto.randomUUID()}/cancel`;
  assert.equal(await post(cancel, nested(50)), 'not-found');
  for (const levels of [30_000, 51]) {
    assert.equal(await post(cancel, nested(levels)), 'bad-request');
    assert.equal(await post('/v1/keys', nested(levels)), 'bad-request');
  }
});
