import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type TestContext, test } from 'node:test';
import { folderStore } from './folder-store.ts';
import { ObjectNotFound, type ObjectStore } from './object-store.ts';
import { s3Store } from './s3-store.ts';

// biome-ignore lint/style/noProcessEnv: where a real S3 server is, is told this way
const { E2E_S3_ENDPOINT: endpoint, E2E_S3_BUCKET: bucket = 'logomorph', CI } = process.env;
const noS3 = endpoint === undefined && CI !== 'true' && 'E2E_S3_ENDPOINT is not set: no S3 server to test with';

test('a folder keeps objects', async (t) => {
  await keepsObjects(folderStore(await temporaryFolder(t)));
});

test('an S3 bucket keeps objects', { skip: noS3 }, async () => {
  const store = s3Store(bucket, endpoint, 'us-east-1');
  await keepsObjects(store);
  store.close();
});

test('a bucket that is not there fails the check', { skip: noS3 }, async () => {
  const store = s3Store('no-such-bucket-here', endpoint, 'us-east-1');
  await assert.rejects(store.check());
  store.close();
});

test('a folder holds no half-written file when a write fails', async (t) => {
  const folder = await temporaryFolder(t);
  const store = folderStore(folder);
  await store.put('a/b', Buffer.from('first'), 'text/plain');
  // A file stands where the key wants a folder.
  await assert.rejects(store.put('a/b/c', Buffer.from('second'), 'text/plain'));
  assert.deepEqual(await readdir(join(folder, 'a')), ['b']);
});

test('a folder keeps and gives nothing outside of it', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'secret'), 'not an object');
  const store = folderStore(join(folder, 'objects'));
  await store.check();
  for (const key of ['../secret', 'a/../../secret', '..', 'a/./b', '/etc/passwd']) {
    await assert.rejects(store.get(key), /no key of an object/, key);
    await assert.rejects(store.remove(key), /no key of an object/, key);
    await assert.rejects(store.put(key, Buffer.from('x'), 'text/plain'), /no key of an object/, key);
  }
  assert.deepEqual(await readdir(folder), ['objects', 'secret']);
});

test('a folder that cannot be had fails the check', async (t) => {
  const file = join(await temporaryFolder(t), 'file');
  await writeFile(file, 'in the way');
  await assert.rejects(folderStore(file).check());
  await assert.rejects(folderStore(join(file, 'below')).check());
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

async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'logomorph-store-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
