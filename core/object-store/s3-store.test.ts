import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { PassThrough, Readable } from 'node:stream';
import { type TestContext, test } from 'node:test';
import { sha256 } from '../sha256.ts';
import { silent } from '../testing/database.ts';
import { listen } from '../testing/listen.ts';
import { testLog } from '../testing/log.ts';
import type { ObjectStore } from './object-store.ts';
import { s3Store } from './s3-store.ts';

// biome-ignore lint/style/noProcessEnv: where keys are, is told this way
const { AWS_ACCESS_KEY_ID, CI } = process.env;
const noKeys = AWS_ACCESS_KEY_ID === undefined && CI !== 'true' && 'AWS_ACCESS_KEY_ID is not set: nothing to sign with';

test('a bucket is reached while many read slowly of what is in it', { skip: noKeys }, async (t) => {
  const server = createServer(({ method }, answer) => {
    answer.writeHead(200, { 'content-length': 9, etag: 'e' });
    if (method === 'HEAD') answer.end();
    else answer.write('half');
  });
  const store = await bucketOf(t, server);
  const reads = await Promise.all(Array.from({ length: 60 }, (_, index) => store.get(`k${index}`)));
  await store.check();
  for (const { stream } of reads) stream.on('error', () => {}).destroy();
});

test('an object of which the store does not say how long it is is refused, and keeps no connection', {
  skip: noKeys,
  timeout: 10_000,
}, async (t) => {
  const ended = Promise.withResolvers<void>();
  const server = createServer((_request, answer) => {
    answer.setHeader('etag', 'e').on('close', ended.resolve).write('some');
  });
  const store = await bucketOf(t, server);
  await assert.rejects(store.get('k'), /does not say how long k is/);
  await ended.promise;
});

test('a stream may take as long to come into a bucket as all attempts of another write', {
  skip: noKeys,
}, async (t) => {
  const server = createServer((request, answer) => {
    request.on('error', () => {});
    request.resume().on('end', () => answer.setHeader('etag', 'e').end());
  });
  const store = await bucketOf(t, server);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  for (const [seconds, isStored] of [
    [44, true],
    [46, false],
  ] as const) {
    const begun = once(server, 'request');
    const stream = new PassThrough();
    stream.write('some ');
    const stored = store.putStream('k', stream, { bytes: 10, sha256: sha256('some bytes') }).then(
      () => true,
      () => false,
    );
    await begun;
    t.mock.timers.tick(seconds * 1000);
    stream.end('bytes');
    assert.equal(await stored, isStored, `${seconds} s`);
  }
});

test('a store that asks to be asked less is there; a proxy without a store, and one that has failed, are not', {
  skip: noKeys,
}, async (t) => {
  let status = 0;
  let headers: Record<string, string> = {};
  const server = createServer((_request, answer) => answer.writeHead(status, headers).end());
  const store = await bucketOf(t, server);
  for (const refusal of [503, 429, 500, 403]) {
    status = refusal;
    headers = { 'x-amz-request-id': 'r' };
    if (status === 503 || status === 429) await store.check();
    else await assert.rejects(store.check(), String(status));
    headers = {};
    await assert.rejects(store.check(), `${status} of a proxy`);
  }
});

test('what the SDK warns of goes to the log, and nowhere else', { skip: noKeys }, async (t) => {
  const warn = t.mock.method(console, 'warn', () => {});
  const server = createServer((request, answer) => request.resume().on('end', () => answer.writeHead(500).end()));
  const { logger, lines, text } = testLog();
  const store = await bucketOf(t, server, logger);
  const announced = { bytes: 10, sha256: sha256('some bytes') };
  await assert.rejects(store.putStream('k', Readable.from([Buffer.from('some bytes')]), announced));
  assert.equal(warn.mock.callCount(), 0);
  const [line] = lines('the S3 client warns');
  assert.match(String(line?.said), /non-retryable streaming request/);
  assert.equal(text().trim().split('\n').length, 1, 'of the request itself it says nothing');
});

test('an answer that is not of S3 says neither that an object was stored or removed nor what is in it', {
  skip: noKeys,
}, async (t) => {
  const server = createServer((request, answer) => request.resume().on('end', () => answer.end('Log in')));
  const store = await bucketOf(t, server);
  const bytes = Buffer.from('some bytes');
  const announced = { bytes: bytes.length, sha256: sha256(bytes) };
  await assert.rejects(store.put('k', bytes, 'text/plain'), /is not of an S3 server/);
  await assert.rejects(store.putStream('k', Readable.from([bytes]), announced), /is not of an S3 server/);
  await assert.rejects(store.get('k'), /is not of an S3 server/);
  await assert.rejects(store.remove('k'), /does not say that the object was removed/);
});

test('an answer that is not of S3 says neither that a bucket is empty nor that objects were removed', {
  skip: noKeys,
}, async (t) => {
  const page = '<html><body>Log in</body></html>';
  const versioned = '<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>';
  for (const versioning of [page, versioned]) {
    const server = createServer(({ url }, answer) => answer.end(url?.includes('versioning') ? versioning : page));
    const store = await bucketOf(t, server);
    await assert.rejects(Array.fromAsync(store.list('t/')), /is not of an S3 server/);
    const listed = { key: 't/a', version: undefined, bytes: 1 };
    await assert.rejects(store.removeListed([listed]), /of 1 objects the answer does not say/);
  }
});

async function bucketOf(t: TestContext, server: Server, logger = silent): Promise<ObjectStore> {
  const endpoint = `http://127.0.0.1:${await listen(t, server)}`;
  const store = s3Store({ bucket: 'b', region: 'us-east-1', endpoint, publicEndpoint: undefined }, logger);
  t.after(() => store.close());
  return store;
}
