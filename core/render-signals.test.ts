import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { test } from 'node:test';
import { sql } from 'kysely';
import { listenForRenders } from './render-signals.ts';
import { silent, testDatabase } from './testing/database.ts';
import { defer } from './testing/defer.ts';
import { listen } from './testing/listen.ts';

test('a Postgres that went without a word is left, and listened to once it answers', async (t) => {
  const { db, url } = await testDatabase(t);
  const { hostname, port } = new URL(url);
  const ways: Socket[][] = [];
  const proxy = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) socket.on('error', () => {});
    near.pipe(far).pipe(near);
    ways.push([near, far]);
  });
  const through = Object.assign(new URL(url), { host: `127.0.0.1:${await listen(t, proxy)}` }).href;
  const named = new Set<string>();
  const signals = listenForRenders(through, silent, (id) => named.add(id), 0.2);
  defer(t, async () => {
    await signals.close();
    for (const socket of ways.flat()) socket.destroy();
  });
  const untilNamed = async (id: string) => {
    while (!named.has(id)) await sql`select pg_notify('render_events', ${id}), pg_sleep(0.02)`.execute(db);
  };
  await untilNamed('before');
  for (const socket of ways.flat()) socket.unpipe().pause();
  await untilNamed('after');
  assert.ok(ways.length > 1, 'by another connection');
});
