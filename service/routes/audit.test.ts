import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { sha256 } from '@logomorph/core/sha256.ts';
import { canonicalJson } from '../canonical-json.ts';
import { type TestApp, testApp } from '../testing/app.ts';

test('entries are listed newest first, by page, and by what, who, on what and when', async (t) => {
  const product = await withKeys(t, 5);
  const { items: all } = await get(product, '?limit=100');
  assert.deepEqual(
    all.map(({ seq }: { seq: number }) => seq),
    [7, 6, 5, 4, 3, 2, 1],
  );
  const first = await get(product, '?limit=4');
  const second = await get(product, `?limit=4&cursor=${first.nextCursor}`);
  assert.deepEqual([[...first.items, ...second.items], second.nextCursor], [all, undefined]);

  const seqs = async (query: string) => (await get(product, query)).items.map(({ seq }: { seq: number }) => seq);
  assert.deepEqual(await seqs('?action=tenant.created'), [1]);
  assert.deepEqual(await seqs('?actor=operator'), [2, 1]);
  assert.deepEqual(await seqs(`?actor=${all[0].actor.id}`), [7, 6, 5, 4, 3]);
  assert.deepEqual(await seqs(`?target=${all[2].target.id}`), [5]);
  assert.deepEqual(await seqs(`?createdAfter=${all[2].at}`), [7, 6]);
  assert.deepEqual(await seqs(`?createdBefore=${all[6].at}`), []);
});

test('a filter that nothing can be called is refused by its name', async (t) => {
  const { app, headers } = await testApp(t);
  for (const [name, text] of [
    ['actor', '%00'],
    ['actor', 'a%0Ab'],
    ['target', 'a%00b'],
  ]) {
    const answer = await app.inject({ url: `/v1/audit?${name}=${text}`, headers });
    assert.equal(answer.statusCode, 422, text);
    assert.deepEqual(answer.json().errors, [
      { pointer: `/${name}`, detail: 'must be one line of text, without control characters' },
    ]);
  }
});

test('the log is for keys with the scope admin, and of their tenant alone', async (t) => {
  const product = await withKeys(t, 1);
  const reader = await product.newKey('default', ['read', 'render']);
  const other = await product.newKey('other');
  for (const path of ['', '/head', '/export']) {
    const refused = await product.app.inject({ url: `/v1/audit${path}`, headers: reader.headers });
    assert.equal(refused.statusCode, 403, path);
  }
  const { items } = await get({ ...product, ...other }, '');
  assert.deepEqual([...new Set(items.map(({ tenantId }: { tenantId: string }) => tenantId))], [other.tenantId]);
});

test('an export is whole over pages, can be gone on with, and is a chain up to its head', async (t) => {
  const product = await withKeys(t, 3);
  const { db, tenantId } = product;
  const row = { tenant_id: tenantId, actor: '{"type":"system"}', action: 'logo.created', target_type: 'logo' };
  const many = Array.from({ length: 1200 }, (_, index) => ({
    ...row,
    target_id: `${index}`,
    request_id: null,
    details: '{}',
  }));
  await db.insertInto('audit_pending').values(many).execute();
  const answer = await product.app.inject({ url: '/v1/audit/export', headers: product.headers });
  assert.equal(answer.headers['content-type'], 'application/x-ndjson');
  assert.match(String(answer.headers['content-disposition']), /^attachment; filename="audit-.*\.ndjson"$/);
  const lines = answer.body.trimEnd().split('\n');
  assert.equal(lines.length, 1205);
  const { body: rest } = await product.app.inject({ url: '/v1/audit/export?after=700', headers: product.headers });
  assert.deepEqual(rest.trimEnd().split('\n'), lines.slice(700));
  assert.equal((await product.app.inject({ url: '/v1/audit/export?after=1205', headers: product.headers })).body, '');

  let previous = '0'.repeat(64);
  for (const line of lines) {
    const { hash, ...hashed } = JSON.parse(line);
    assert.deepEqual([hashed.previousHash, sha256(canonicalJson(hashed))], [previous, hash], line);
    previous = hash;
  }
  assert.deepEqual(await get(product, '/head'), { seq: 1205, hash: previous });
});

async function withKeys(t: TestContext, count: number): Promise<TestApp> {
  const product = await testApp(t);
  for (let index = 0; index < count; index += 1) await post(product);
  return product;
}

async function post({ app, headers }: TestApp): Promise<void> {
  const answer = await app.inject({ method: 'POST', url: '/v1/keys', headers, payload: { name: 'a' } });
  assert.equal(answer.statusCode, 201);
}

async function get({ app, headers }: Pick<TestApp, 'app' | 'headers'>, path: string) {
  const answer = await app.inject({ url: `/v1/audit${path}`, headers });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json();
}
