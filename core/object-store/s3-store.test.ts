import { createServer, type Server } from 'node:http';
import { type TestContext, test } from 'node:test';
import { listen } from '../testing/listen.ts';
import type { ObjectStore } from './object-store.ts';
import { s3Store } from './s3-store.ts';

// biome-ignore lint/style/noProcessEnv: where keys are, is told this way
const { AWS_ACCESS_KEY_ID, CI } = process.env;
const noKeys = AWS_ACCESS_KEY_ID === undefined && CI !== 'true' && 'AWS_ACCESS_KEY_ID is not set: nothing to sign with';

test('a bucket is reached while many read slowly of what is in it', { skip: noKeys }, async (t) => {
  const server = createServer(({ method }, answer) => {
    answer.writeHead(200, { 'content-length': 9 });
    if (method === 'HEAD') answer.end();
    else answer.write('half');
  });
  const store = await bucketOf(t, server);
  const reads = await Promise.all(Array.from({ length: 60 }, (_, index) => store.get(`k${index}`)));
  await store.check();
  for (const { stream } of reads) stream.on('error', () => {}).destroy();
});

async function bucketOf(t: TestContext, server: Server): Promise<ObjectStore> {
  const endpoint = `http://127.0.0.1:${await listen(t, server)}`;
  const store = s3Store({ bucket: 'b', region: 'us-east-1', endpoint, publicEndpoint: undefined });
  t.after(() => store.close());
  return store;
}
