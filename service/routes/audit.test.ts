import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type TestApp, testApp } from '../testing/app.ts';

const SCRIPT = new URL('../verify-audit.ts', import.meta.url).pathname;

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

test('an export is whole over pages, can be gone on with, and is found to be right', async (t) => {
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

  const head = await get(product, '/head');
  const parts = [lines.slice(0, 700), lines.slice(700)];
  const verified = await verify(product, parts, ['--head', head.hash]);
  assert.deepEqual(verified, {
    status: 0,
    told: `1205 entries are whole; the last one has the hash ${head.hash}\n`,
  });
});

test('an entry that was changed, removed, moved or added is found, and named', async (t) => {
  const product = await withKeys(t, 4);
  const before = await get(product, '/head');
  await post(product);
  const { hash } = await get(product, '/head');
  const { body } = await product.app.inject({ url: '/v1/audit/export', headers: product.headers });
  const lines = body.trimEnd().split('\n');
  const [one = '', two = '', three = '', ...others] = lines;
  const cases: [string, string[], string[], RegExp][] = [
    ['changed', [one, two.replace('"operator"', '"system"'), three, ...others], [], /^Entry 2 was changed/],
    ['removed', [one, three, ...others], [], /^Entry 2 is missing/],
    ['moved', [one, three, two, ...others], [], /^Entry 2 is missing/],
    ['renumbered', [one, three.replace('"seq":3', '"seq":2')], [], /^Entry 2 does not follow/],
    ['added', [...lines, three], [], /^Entry 8 is missing/],
    ['added text', [...lines, 'x'], [], /^Line 8 is no entry/],
    ['cut off', lines.slice(0, -1), ['--head', hash], /^Entry 6 is not the end/],
    ['without what was', lines.slice(0, -2), ['--contains', before.hash], /^No entry has the hash/],
  ];
  for (const [name, broken, options, message] of cases) {
    const { status, told } = await verify(product, [broken], options);
    assert.equal(status, 1, name);
    assert.match(told, message, name);
  }
  assert.equal((await verify(product, [lines], ['--head', hash, '--contains', before.hash])).status, 0);
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

async function verify({ folder }: TestApp, parts: string[][], options: string[]) {
  const files = parts.map((_, index) => join(folder, `part-${index}.ndjson`));
  for (const [index, lines] of parts.entries())
    await writeFile(files[index] ?? '', lines.map((line) => `${line}\n`).join(''));
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...files, ...options], { encoding: 'utf8' });
  return { status, told: `${stdout}${stderr}` };
}
