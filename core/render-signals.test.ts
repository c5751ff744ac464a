import { test } from 'node:test';
import { sql } from 'kysely';
import { listenForRenders } from './render-signals.ts';
import { silent, testDatabase } from './testing/database.ts';
import { defer } from './testing/defer.ts';
import { silentProxy } from './testing/silent-proxy.ts';

test('a Postgres that went without a word is left, and listened to once it answers', async (t) => {
  const { db, url } = await testDatabase(t);
  const proxy = await silentProxy(t, url);
  const named = new Set<string>();
  const signals = listenForRenders(proxy.url, silent, (id) => named.add(id), 0.2);
  defer(t, () => signals.close());
  const untilNamed = async (id: string) => {
    while (!named.has(id)) await sql`select pg_notify('render_events', ${id}), pg_sleep(0.02)`.execute(db);
  };
  await untilNamed('before');
  proxy.fallSilent();
  await untilNamed('after');
});
