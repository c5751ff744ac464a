import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { until } from '@logomorph/core/testing/until.ts';
import { sql } from 'kysely';
import { testApp } from '../testing/app.ts';

test('clients that went away before the budget was asked hold nothing of it', { timeout: 20_000 }, async (t) => {
  const maxLogoBytes = 32 * 1024 * 1024;
  const { app, db, headers } = await testApp(t, { maxLogoBytes });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const connections = () => new Promise<number>((done) => app.server.getConnections((_, count) => done(count)));
  let reached = 0;
  app.server.on('request', () => {
    reached += 1;
  });
  await db.transaction().execute(async (tx) => {
    // Keys cannot be looked up meanwhile, so the request stays where it is.
    await sql`lock table api_keys in access exclusive mode`.execute(tx);
    const socket = connect(Number(new URL(address).port), '127.0.0.1');
    socket.write(
      `POST /v1/logos HTTP/1.1\r\nHost: x\r\nAuthorization: ${headers.authorization}\r\nContent-Length: ${maxLogoBytes}\r\n\r\n`,
    );
    await until(() => reached === 1);
    socket.destroy();
    await until(async () => (await connections()) === 0);
  });
  // By the end of this one, whose key is looked up too, the one before has gone on.
  await app.inject({ url: '/v1/logos', headers });
  const large = { ...headers, 'content-length': `${maxLogoBytes}` };
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/logos',
    headers: large,
    payload: Buffer.alloc(maxLogoBytes),
  });
  assert.equal(answer.statusCode, 415);
});
