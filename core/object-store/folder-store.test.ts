import assert from 'node:assert/strict';
import { mkdir, open, readdir, readlink, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { folderStore, MARK } from './folder-store.ts';
import { ObjectNotFound } from './object-store.ts';

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

test('of a folder that is taken away nothing is removed, and no other is made in its place', async (t) => {
  const folder = join(await temporaryFolder(t), 'objects');
  const store = folderStore(folder);
  await store.check();
  await store.put('t/a', Buffer.from('x'), 'text/plain');
  await rename(folder, `${folder}-away`);
  await assert.rejects(store.check(), /ENOENT/);
  await assert.rejects(store.put('t/b', Buffer.from('y'), 'text/plain'), /ENOENT/);
  await assert.rejects(store.remove('t/a'), /ENOENT/);
  await assert.rejects(store.removeListed([{ key: 't/a', version: undefined, bytes: 1 }]), /ENOENT/);
  await assert.rejects(Array.fromAsync(store.list('t/')), /ENOENT/);
  await writeFile(folder, 'in the way');
  await assert.rejects(store.check(), /ENOTDIR/);
  await rm(folder);
  await rename(`${folder}-away`, folder);
  await store.check();
  await store.put('t/b', Buffer.from('y'), 'text/plain');
  assert.deepEqual(await readdir(join(folder, 't')), ['a', 'b']);
});

test('an empty folder in the place of a disk that is taken away is none of the store', async (t) => {
  const folder = join(await temporaryFolder(t), 'objects');
  const store = folderStore(folder);
  await store.check();
  await store.put('t/a', Buffer.from('x'), 'text/plain');
  await rename(folder, `${folder}-away`);
  await mkdir(folder);
  const isNoticed = /has lost its file \.logomorph/;
  await assert.rejects(store.check(), isNoticed);
  await assert.rejects(store.put('t/b', Buffer.from('y'), 'text/plain'), isNoticed);
  await assert.rejects(store.get('t/a'), isNoticed);
  await assert.rejects(Array.fromAsync(store.list('t/')), isNoticed);
  assert.deepEqual(await readdir(folder), []);
  await rmdir(folder);
  await rename(`${folder}-away`, folder);
  await store.check();
  await assert.rejects(store.get('t/b'), ObjectNotFound);
});

test('a folder that was made before there were marks is taken for what it is', async (t) => {
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 't'));
  await writeFile(join(folder, 't/a'), 'x');
  const store = folderStore(folder);
  await store.check();
  assert.equal((await store.get('t/a')).bytes, 1);
  assert.deepEqual(await readdir(folder), [MARK, 't']);
});

const isLinux = process.platform === 'linux' || 'it looks into /proc';

test('the name of an object is on the disk once it is stored', { skip: isLinux !== true && isLinux }, async (t) => {
  const folder = await temporaryFolder(t);
  const flushed = new Set<string>();
  const handle = await open(folder);
  const prototype: typeof handle = Object.getPrototypeOf(handle);
  await handle.close();
  const { sync } = prototype;
  t.mock.method(prototype, 'sync', async function (this: typeof handle) {
    flushed.add(await readlink(`/proc/self/fd/${this.fd}`));
    return sync.call(this);
  });
  await folderStore(folder).put('t/outputs/a', Buffer.from('x'), 'text/plain');
  for (const path of ['', 't', 't/outputs']) assert.ok(flushed.has(join(folder, path)), path);
});

test('a folder that nothing can make fails the check', { skip: isLinux !== true && isLinux }, async () => {
  await assert.rejects(folderStore('/proc/logomorph/objects').check(), /ENOENT/);
});
