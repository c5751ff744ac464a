import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Redis } from 'ioredis';
import { sql } from 'kysely';
import { connectDatabase } from './database/connect.ts';
import { migrate } from './database/migrate.ts';
import { createObjectStore } from './object-store/create.ts';
import { purgeNamespace } from './purge-namespace.ts';
import { connectQueue } from './queue/connect.ts';
import { connectRateStore } from './rate-store/connect.ts';
import { inSchema, schemaOf } from './store-namespace.ts';
import { silent, testDatabase } from './testing/database.ts';
import { defer } from './testing/defer.ts';

// biome-ignore lint/style/noProcessEnv: where real servers are, is told this way
const { E2E_REDIS_URL: redisUrl, E2E_S3_ENDPOINT: endpoint, E2E_S3_BUCKET: bucket = 'logomorph', CI } = process.env;
const noServers =
  (redisUrl === undefined || endpoint === undefined) &&
  CI !== 'true' &&
  'E2E_REDIS_URL and E2E_S3_ENDPOINT are not set: no Redis and no S3 server to test with';

test('what one namespace has is not seen by another, and goes alone', { skip: noServers }, async (t) => {
  const { db: owner, url } = await testDatabase(t);
  // One begins as the other does.
  const id = `t${crypto.randomUUID().slice(0, 8)}`;
  const [mine, other] = [namespaceOf(`${id}-1`), namespaceOf(`${id}-12`)];
  const redis = new Redis(redisUrl ?? '');
  defer(t, async () => {
    for (const { name, stores } of [mine, other]) {
      await purgeNamespace(name, stores);
      stores.objects.close();
      await stores.db.destroy();
    }
    redis.disconnect();
  });
  for (const { use } of [mine, other]) await use();
  for (const { has } of [mine, other]) {
    assert.deepEqual(await has(), { tenants: 1, waiting: 1, objects: ['t/logos/a'] });
  }
  assert.deepEqual((await sql`select from tenants`.execute(owner)).rows, []);

  const purged = await purgeNamespace(mine.name, mine.stores);
  assert.equal(purged.objects, 1);
  assert.ok(purged.keys > 1);
  const schemas = await sql<{ name: string }>`
    select nspname as name from pg_namespace where nspname like ${`${schemaOf(id)}%`}`.execute(owner);
  assert.deepEqual(
    schemas.rows.map(({ name }) => name),
    [schemaOf(other.name)],
  );
  assert.deepEqual(await redis.keys(`*${id}-1[:}]*`), []);
  assert.deepEqual(await keysOf(mine.stores.objects), []);
  assert.deepEqual(await other.has(), { tenants: 1, waiting: 1, objects: ['t/logos/a'] });
  assert.deepEqual(await purgeNamespace(mine.name, mine.stores), { objects: 0, keys: 0 });

  function namespaceOf(name: string) {
    const databaseUrl = inSchema(url, schemaOf(name));
    const place = { bucket, endpoint, region: 'us-east-1', publicEndpoint: undefined };
    const stores = {
      db: connectDatabase(databaseUrl, silent),
      redisUrl,
      objects: createObjectStore({ kind: 's3', ...place }, silent, name),
    };
    const config = { redisUrl, databaseUrl, storeNamespace: name };
    return {
      name,
      stores,
      async use() {
        await migrate(stores.db, name);
        await sql`insert into tenants (id, name) values (gen_random_uuid(), 'a')`.execute(stores.db);
        await stores.objects.put('t/logos/a', Buffer.from(name), 'text/plain');
        const queue = connectQueue(config, silent);
        await queue.add([{ id: crypto.randomUUID(), run: 1 }]);
        await queue.close();
        const rates = connectRateStore(config, silent, 5);
        assert.equal((await rates.count('a', 1)).points, 1);
        await rates.close();
      },
      async has() {
        const tenants = (await sql`select from tenants`.execute(stores.db)).rows.length;
        const queue = connectQueue(config, silent);
        const { waiting } = await queue.counts();
        await queue.close();
        return { tenants, waiting, objects: await keysOf(stores.objects) };
      },
    };
  }
});

test('a queue in Postgres is in a schema of the namespace, which goes with it', async (t) => {
  const { db, url } = await testDatabase(t);
  const config = { redisUrl: undefined, databaseUrl: inSchema(url, 'pr_1'), storeNamespace: 'pr-1' };
  const queue = connectQueue(config, silent);
  await queue.add([{ id: crypto.randomUUID(), run: 1 }]);
  const usual = connectQueue({ redisUrl: undefined, databaseUrl: url }, silent);
  assert.deepEqual([(await queue.counts()).waiting, (await usual.counts()).waiting], [1, 0]);
  await queue.close();
  await usual.close();
  const objects = { list: async function* () {}, removeListed: async () => {} };
  await purgeNamespace('pr-1', { db, redisUrl: undefined, objects });
  const { rows } = await sql`select from pg_namespace where nspname like 'pr_1%'`.execute(db);
  assert.deepEqual(rows, []);
});

async function keysOf(store: Pick<ReturnType<typeof createObjectStore>, 'list'>): Promise<string[]> {
  return (await Array.fromAsync(store.list(''))).flat().map(({ key }) => key);
}
