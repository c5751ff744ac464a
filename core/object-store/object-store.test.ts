import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { CreateBucketCommand, DeleteBucketCommand, PutBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { sha256 } from '../sha256.ts';
import { silent } from '../testing/database.ts';
import { listen } from '../testing/listen.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { folderStore, MARK } from './folder-store.ts';
import { ObjectNotFound, type ObjectStore } from './object-store.ts';
import { type S3Place, s3Store } from './s3-store.ts';

// biome-ignore lint/style/noProcessEnv: where a real S3 server is, is told this way
const { E2E_S3_ENDPOINT: endpoint, E2E_S3_BUCKET: bucket = 'logomorph', CI } = process.env;
const noS3 = endpoint === undefined && CI !== 'true' && 'E2E_S3_ENDPOINT is not set: no S3 server to test with';

test('a folder keeps objects, and no folder of those that are removed', async (t) => {
  const folder = await temporaryFolder(t);
  await keepsObjects(folderStore(folder));
  assert.deepEqual(await readdir(folder), [MARK]);
});

test('an S3 bucket keeps objects', { skip: noS3 }, async (t) => {
  await keepsObjects(bucketStore(t));
});

test('a bucket that is not there fails the check, which says so', { skip: noS3 }, async (t) => {
  await assert.rejects(bucketStore(t, { bucket: 'no-such-bucket-here' }).check(), /^Error: the bucket is not there$/);
});

test('a store that has failed fails the check, which says so', { skip: noS3 }, async (t) => {
  const server = createServer((_request, answer) => answer.writeHead(503).end());
  const store = bucketStore(t, { endpoint: `http://127.0.0.1:${await listen(t, server)}` });
  await assert.rejects(store.check(), /^Error: the object store is overloaded, or has failed$/);
});

test('a folder keeps streams whole or not at all', async (t) => {
  const folder = await temporaryFolder(t);
  await keepsStreams(folderStore(folder));
  assert.deepEqual(await readdir(folder, { recursive: true }), [MARK]);
});

test('an S3 bucket keeps streams whole or not at all', { skip: noS3 }, async (t) => {
  await keepsStreams(bucketStore(t));
});

test('a folder is listed by beginnings of keys, and emptied', async (t) => {
  const folder = await temporaryFolder(t);
  const store = folderStore(folder);
  await listsObjects(store);
  // As a write that was killed leaves it.
  await store.put('t/logos/a.9c7d', Buffer.from('some'), 'text/plain');
  assert.deepEqual(await keysBelow(store, 't/logos/a'), ['t/logos/a.9c7d']);
  for await (const page of store.list('t/')) await store.removeListed(page);
  assert.deepEqual(await readdir(folder), [MARK], 'empty folders go too');
  for (const prefix of ['', 't', '/', '../x', 't/../../x/', '/etc/']) {
    await assert.rejects(keysBelow(store, prefix), /no beginning of keys/, prefix);
  }
});

test('a folder that is emptied while it is written to loses nothing that is stored after', async (t) => {
  const store = folderStore(await temporaryFolder(t));
  let done = false;
  const emptying = (async () => {
    while (!done) for await (const page of store.list('t/')) await store.removeListed(page);
  })();
  for (let i = 0; i < 100; i += 1) await store.put(`t/outputs/${i}/a`, Buffer.from('x'), 'text/plain').catch(isRemoved);
  done = true;
  await emptying;
  await store.put('t/outputs/last/a', Buffer.from('x'), 'text/plain');
  assert.deepEqual(await keysBelow(store, 't/outputs/last/'), ['t/outputs/last/a']);
});

/** A file may be removed before it has its name. */
function isRemoved(error: unknown): void {
  if (!(error instanceof Error && 'syscall' in error && error.syscall === 'rename')) throw error;
}

test('an S3 bucket is listed by beginnings of keys, and emptied', { skip: noS3 }, async (t) => {
  await listsObjects(bucketStore(t));
});

test('all versions go from a bucket that keeps them', { skip: noS3 }, async (t) => {
  const versioned = `versions-${crypto.randomUUID()}`;
  const client = new S3Client({ region: 'us-east-1', endpoint: endpoint ?? '', forcePathStyle: true });
  t.after(() => client.destroy());
  const Bucket = versioned;
  await client.send(new CreateBucketCommand({ Bucket }));
  t.after(() => client.send(new DeleteBucketCommand({ Bucket })));
  try {
    await client.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: 'Enabled' } }));
  } catch (error) {
    if (!(error instanceof Error && error.name === 'VersioningNotConfigured')) throw error;
    return t.skip('the S3 server keeps no versions');
  }
  const store = bucketStore(t, { bucket: versioned });
  for (const text of ['some bytes', 'other bytes']) await store.put('t/a', Buffer.from(text), 'text/plain');
  await store.remove('t/a');
  await assert.rejects(store.get('t/a'), ObjectNotFound);
  const listed = (await Array.fromAsync(store.list('t/'))).flat();
  assert.deepEqual(listed.map(({ key, bytes }) => [key, bytes]).sort(), [
    ['t/a', 0],
    ['t/a', 10],
    ['t/a', 11],
  ]);
  await store.removeListed(listed);
  assert.deepEqual(await keysBelow(store, 't/'), []);
});

test('what a bucket stops to send in the middle of an object is given up', {
  skip: noS3,
  timeout: 20_000,
}, async (t) => {
  const server = createServer((_request, answer) =>
    answer.writeHead(200, { 'content-length': 9, etag: 'e' }).write('half'),
  );
  const store = bucketStore(t, { endpoint: `http://127.0.0.1:${await listen(t, server)}` }, 0.2);
  const { stream } = await store.get('k');
  await assert.rejects(buffer(stream), /timed out/);
});

test('clients reach neither a folder nor an S3 server that is not told to be public', async (t) => {
  const announced = { bytes: 1, sha256: sha256('x') };
  assert.equal(await folderStore(await temporaryFolder(t)).presignPut('a', announced, 60), undefined);
  assert.equal(await bucketStore(t, { publicEndpoint: undefined }).presignPut('a', announced, 60), undefined);
});

test('a client puts the announced bytes into an S3 bucket by itself, and no others', { skip: noS3 }, async (t) => {
  const store = bucketStore(t);
  const bytes = 'some bytes';
  const key = `t/uploads/${crypto.randomUUID()}`;
  const presigned = await store.presignPut(key, { bytes: bytes.length, sha256: sha256(bytes) }, 60);
  assert.ok(presigned);
  const { url, headers } = presigned;
  const put = async (body: string, more = {}) =>
    (await fetch(url, { method: 'PUT', body, headers: { ...headers, ...more } })).status;
  for (const wrong of ['other bytes', 'some byte', 'same bytes', '']) {
    const status = await put(wrong);
    assert.ok(status >= 400 && status < 500, `${wrong}: ${status}`);
  }
  const other = Buffer.from(sha256('same bytes'), 'hex').toString('base64');
  assert.equal(await put('same bytes', { 'x-amz-checksum-sha256': other }), 403, 'the checksum is signed');
  const longer = await store.presignPut(key, { bytes: bytes.length + 1, sha256: sha256(bytes) }, 60);
  assert.ok(longer);
  const shorter = await fetch(longer.url, { method: 'PUT', body: bytes, headers: longer.headers });
  assert.equal(shorter.status, 403, 'the size is signed');
  await assert.rejects(store.get(key), ObjectNotFound);
  for (const _ of [1, 2]) assert.equal(await put(bytes), 200);
  assert.equal((await buffer((await store.get(key)).stream)).toString(), bytes);
  await store.remove(key);
});

async function keepsObjects(store: ObjectStore): Promise<void> {
  await store.check();
  const key = `t/${crypto.randomUUID()}/My Set.appiconset/icon-20@2x+.png`;
  await assert.rejects(store.get(key), ObjectNotFound);
  await assert.rejects(store.get(key, { first: 0, last: 1 }), ObjectNotFound);
  for (const _ of [1, 2]) await store.put(key, Buffer.from('some bytes'), 'text/plain');
  const { bytes, stream } = await store.get(key);
  assert.equal(bytes, 10);
  assert.equal((await buffer(stream)).toString(), 'some bytes');
  for (const [first, last] of [
    [0, 0],
    [2, 5],
    [9, 9],
  ] as const) {
    const part = await store.get(key, { first, last });
    const expected = 'some bytes'.slice(first, last + 1);
    assert.equal((await buffer(part.stream)).toString(), expected);
    assert.equal(part.bytes, expected.length);
  }
  for (const _ of [1, 2]) await store.remove(key);
  await assert.rejects(store.get(key), ObjectNotFound);
}

async function listsObjects(store: ObjectStore): Promise<void> {
  const tenant = crypto.randomUUID();
  const keys = ['logos/a', 'logos/ab', 'outputs/k/one.png', 'outputs/k/res/two.png', 'outputs/k2/three.png'];
  for (const key of keys) await store.put(`${tenant}/${key}`, Buffer.from(key), 'text/plain');
  const below = async (prefix: string) =>
    (await keysBelow(store, `${tenant}/${prefix}`)).map((key) => key.slice(tenant.length + 1));
  assert.deepEqual(await below(''), keys);
  assert.deepEqual(await below('logos/a'), ['logos/a', 'logos/ab']);
  assert.deepEqual(await below('outputs/k/'), ['outputs/k/one.png', 'outputs/k/res/two.png']);
  assert.deepEqual(await below('none/'), []);
  for await (const page of store.list(`${tenant}/outputs/k/`)) {
    assert.ok(page.every(({ key, bytes }) => bytes === key.length - tenant.length - 1));
    for (const _ of [1, 2]) await store.removeListed(page);
  }
  assert.deepEqual(await below(''), ['logos/a', 'logos/ab', 'outputs/k2/three.png']);
  for await (const page of store.list(`${tenant}/`)) await store.removeListed(page);
  assert.deepEqual(await below(''), []);
}

async function keysBelow(store: ObjectStore, prefix: string): Promise<string[]> {
  const objects = (await Array.fromAsync(store.list(prefix))).flat();
  return objects.map(({ key }) => key).sort();
}

async function keepsStreams(store: ObjectStore): Promise<void> {
  const key = `t/uploads/${crypto.randomUUID()}`;
  async function* broken() {
    yield Buffer.from('some ');
    throw new Error('broke off');
  }
  const announce = (text: string) => ({ bytes: text.length, sha256: sha256(text) });
  await assert.rejects(store.putStream(key, Readable.from(broken()), announce('some bytes')), /broke off/);
  await assert.rejects(store.get(key), ObjectNotFound);
  for (const text of ['some bytes', 'more bytes']) {
    const parts = [text.slice(0, 5), text.slice(5)].map((part) => Buffer.from(part));
    await store.putStream(key, Readable.from(parts), announce(text));
    assert.equal((await buffer((await store.get(key)).stream)).toString(), text);
  }
  await store.remove(key);
}

function bucketStore(t: TestContext, place: Partial<S3Place> = {}, silence?: number): ObjectStore {
  const given = {
    bucket,
    endpoint: endpoint ?? 'http://127.0.0.1:1',
    publicEndpoint: endpoint,
    region: 'us-east-1',
    ...place,
  };
  const store = s3Store(given, silent, silence);
  t.after(() => store.close());
  return store;
}
