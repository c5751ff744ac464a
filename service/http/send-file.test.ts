import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { folderStore } from '@logomorph/core/object-store/folder-store.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';
import { testApp } from '../testing/app.ts';
import { storeOutput } from '../testing/stored-output.ts';

const BYTES = Buffer.from('0123456789');
const ETAG = `"${hash('sha256', BYTES)}"`;
const DIGEST = `sha-256=:${hash('sha256', BYTES, 'base64')}:`;
const MODIFIED = 'Tue, 24 Nov 2026 08:00:00 GMT';

test('a finished file is told apart by its bytes, and kept for good', async (t) => {
  const { get } = await storedFile(t);
  const { statusCode, body, headers } = await get();
  assert.equal(statusCode, 200);
  assert.equal(body, '0123456789');
  assert.equal(headers.etag, ETAG);
  assert.equal(headers['last-modified'], MODIFIED);
  assert.equal(headers['cache-control'], 'private, max-age=31536000, immutable');
  assert.equal(headers['accept-ranges'], 'bytes');
  assert.equal(headers['content-digest'], DIGEST);
  assert.equal(headers['repr-digest'], DIGEST);
  assert.equal(headers['content-length'], '10');
});

test('a file that may still be made anew is asked for again each time', async (t) => {
  const { get } = await storedFile(t, { finished: false });
  const { headers } = await get();
  assert.equal(headers['cache-control'], 'private, no-cache');
  assert.equal(headers['last-modified'], undefined);
});

test('HEAD tells of the file, and reads nothing of it', async (t) => {
  const { get, reads } = await storedFile(t);
  const { statusCode, body, headers } = await get({ range: 'bytes=0-1' }, 'HEAD');
  assert.deepEqual([statusCode, body, headers['content-length'], headers.etag], [200, '', '10', ETAG]);
  assert.equal(headers['content-digest'], undefined, 'nothing is sent that it could be of');
  assert.equal(headers['repr-digest'], DIGEST);
  assert.deepEqual(reads, []);
});

test('a part is sent as one, and nothing else is read', async (t) => {
  const { get, reads } = await storedFile(t);
  const { statusCode, body, headers } = await get({ range: 'bytes=2-4' });
  assert.deepEqual([statusCode, body], [206, '234']);
  assert.equal(headers['content-range'], 'bytes 2-4/10');
  assert.equal(headers['content-length'], '3');
  assert.equal(headers['content-digest'], undefined);
  assert.equal(headers['repr-digest'], DIGEST);
  assert.equal((await get({ range: 'bytes=-2' })).body, '89');
  assert.deepEqual(reads, [
    { first: 2, last: 4 },
    { first: 8, last: 9 },
  ]);
});

test('a part that is not there is refused with the size of the file', async (t) => {
  const { get, reads } = await storedFile(t);
  const { statusCode, headers, json } = await get({ range: 'bytes=10-' });
  assert.equal(statusCode, 416);
  assert.equal(json().type, 'urn:logomorph:problem:range-not-satisfiable');
  assert.equal(headers['content-range'], 'bytes */10');
  assert.equal(headers['cache-control'], 'private, no-cache');
  assert.deepEqual(reads, []);
});

test('several parts, and what is no range, are answered with the whole', async (t) => {
  const { get } = await storedFile(t);
  for (const range of ['bytes=0-1,3-4', 'bytes=4-2', 'lines=1-2', 'bytes']) {
    const { statusCode, body } = await get({ range });
    assert.deepEqual([statusCode, body], [200, '0123456789'], range);
  }
});

test('a part is sent only of the bytes that the client has the rest of', async (t) => {
  const { get } = await storedFile(t);
  const status = async (ifRange: string) => (await get({ range: 'bytes=0-1', 'if-range': ifRange })).statusCode;
  assert.equal(await status(ETAG), 206);
  assert.equal(await status(MODIFIED), 206);
  assert.equal(await status('"other"'), 200);
  assert.equal(await status(`W/${ETAG}`), 200, 'a weak tag says nothing of single bytes');
  assert.equal(await status('Tue, 24 Nov 2026 09:00:00 GMT'), 200);
});

test('who has the file gets nothing of it', async (t) => {
  const { get, reads } = await storedFile(t);
  const have = [
    { 'if-none-match': ETAG },
    { 'if-none-match': `"a", ${ETAG}` },
    { 'if-none-match': '*' },
    { 'if-modified-since': MODIFIED },
    { 'if-modified-since': 'Tuesday, 24-Nov-26 08:00:00 GMT' },
    { 'if-modified-since': 'Tue Nov 24 08:00:00 2026' },
    { 'if-none-match': ETAG, range: 'bytes=99-' },
  ];
  for (const headers of have) {
    const answer = await get(headers);
    assert.deepEqual([answer.statusCode, answer.body], [304, ''], JSON.stringify(headers));
    assert.equal(answer.headers.etag, ETAG);
    assert.equal(answer.headers['content-length'], undefined);
    assert.match(String(answer.headers['cache-control']), /immutable/);
  }
  assert.deepEqual(reads, []);
  const haveNot = [
    { 'if-none-match': '"other"' },
    { 'if-none-match': 'a*' },
    { 'if-none-match': '"other", *' },
    { 'if-none-match': '"other"', 'if-modified-since': MODIFIED },
    { 'if-modified-since': 'Tue, 24 Nov 2026 07:59:59 GMT' },
    { 'if-modified-since': 'yesterday' },
  ];
  for (const headers of haveNot) assert.equal((await get(headers)).statusCode, 200, JSON.stringify(headers));
});

test('what a cache takes over from an answer without the file is as it was with the file', async (t) => {
  const { get } = await storedFile(t, { mediaType: 'image/svg+xml' });
  const { headers } = await get();
  const again = await get({ 'if-none-match': ETAG });
  const ofAnswer = ['request-id', 'ratelimit', 'date', 'connection'];
  for (const name of Object.keys(again.headers).filter((header) => !ofAnswer.includes(header))) {
    assert.equal(again.headers[name], headers[name], name);
  }
});

test('who wants another file than there is gets none', async (t) => {
  const { get } = await storedFile(t);
  assert.equal((await get({ 'if-match': `"a", ${ETAG}` })).statusCode, 200);
  assert.equal((await get({ 'if-match': '*' })).statusCode, 200);
  assert.equal((await get({ 'if-unmodified-since': MODIFIED })).statusCode, 200);
  for (const headers of [
    { 'if-match': '"other"' },
    { 'if-match': `W/${ETAG}` },
    { 'if-unmodified-since': 'Tue, 24 Nov 2026 07:59:59 GMT' },
  ]) {
    const answer = await get(headers);
    assert.equal(answer.statusCode, 412, JSON.stringify(headers));
    assert.equal(answer.json().type, 'urn:logomorph:problem:precondition-failed');
  }
});

test('a file that is compressed on its way has a weak tag, no digest and no parts', async (t) => {
  const { get } = await storedFile(t, { mediaType: 'image/svg+xml' });
  const { headers } = await get({ 'accept-encoding': 'br' });
  assert.equal(headers['content-encoding'], 'br');
  assert.equal(headers.etag, `W/${ETAG}`);
  assert.match(String(headers.vary), /accept-encoding/i);
  for (const name of ['content-digest', 'repr-digest', 'accept-ranges', 'content-length']) {
    assert.equal(headers[name], undefined, name);
  }
  const again = await get({ 'accept-encoding': 'br', 'if-none-match': `W/${ETAG}` });
  assert.deepEqual([again.statusCode, again.headers.etag], [304, `W/${ETAG}`]);
  assert.equal(again.headers.vary, headers.vary, 'as RFC 9110, 15.4.5 asks');
  const part = await get({ 'accept-encoding': 'br', range: 'bytes=0-1' });
  assert.deepEqual([part.statusCode, part.body, part.headers['content-encoding']], [206, '01', undefined]);
  assert.equal((await get()).headers.etag, ETAG);
});

test('HEAD of a file that GET would compress tells of it as GET does', async (t) => {
  for (const mediaType of ['image/svg+xml', 'image/png']) {
    const { get, reads } = await storedFile(t, { mediaType });
    for (const encoding of ['gzip', 'br', 'identity']) {
      const asked = { 'accept-encoding': encoding };
      const [head, { headers }] = [await get(asked, 'HEAD'), await get(asked)];
      for (const name of ['content-encoding', 'vary', 'etag', 'repr-digest', 'accept-ranges', 'content-length']) {
        assert.equal(head.headers[name], headers[name], `${name} of ${mediaType} in ${encoding}`);
      }
      assert.equal(head.rawPayload.length, 0);
    }
    assert.equal(reads.length, 3, 'those of GET');
  }
});

test('pictures and archives are not compressed again, and an archive is saved', async (t) => {
  for (const mediaType of ['image/png', 'image/webp', 'application/zip']) {
    const { get } = await storedFile(t, { mediaType });
    const { headers } = await get({ 'accept-encoding': 'br, gzip' });
    assert.equal(headers['content-encoding'], undefined, mediaType);
    const again = await get({ 'accept-encoding': 'br, gzip', 'if-none-match': ETAG });
    assert.deepEqual([again.statusCode, again.headers.vary], [304, headers.vary], mediaType);
    assert.match(
      String(headers['content-disposition']),
      mediaType === 'application/zip' ? /^attachment; filename="a.file"$/ : /^inline; filename="a.file"$/,
    );
  }
});

async function storedFile(
  t: TestContext,
  { finished = true, mediaType = 'image/png' }: { finished?: boolean; mediaType?: string } = {},
) {
  const folder = await temporaryFolder(t);
  const store = folderStore(folder);
  const reads: unknown[] = [];
  const product = await testApp(t, {
    store: {
      ...store,
      get: (key, part) => {
        reads.push(part);
        return store.get(key, part);
      },
    },
  });
  const { url } = await storeOutput(product, 'a.file', mediaType, { bytes: BYTES, finished });
  const get = (headers = {}, method: 'GET' | 'HEAD' = 'GET') =>
    product.app.inject({ method, url, headers: { ...product.headers, ...headers } });
  return { get, reads };
}
