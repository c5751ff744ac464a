import { Redis } from 'ioredis';
import { sql } from 'kysely';
import type { Database } from './database/schema.ts';
import type { ObjectStore } from './object-store/object-store.ts';
import { queueSchemaOf, redisPrefixOf, schemaOf } from './store-namespace.ts';

/** Where there is something of a namespace. */
export interface Stores {
  db: Database;
  redisUrl: string | undefined;
  /** The namespace's part of it. */
  objects: Pick<ObjectStore, 'list' | 'removeListed'>;
}

/** What was removed. */
interface Purged {
  objects: number;
  keys: number;
}

/**
 * Removes all that a namespace has in the stores that it shares with others, and nothing else. Nothing of the namespace may be
 * at work any more. What was interrupted is begun anew; the schema goes last.
 */
export async function purgeNamespace(namespace: string, { db, redisUrl, objects }: Stores): Promise<Purged> {
  const purged = {
    objects: await removeObjects(objects),
    keys: redisUrl === undefined ? 0 : await removeKeys(redisUrl, redisPrefixOf(namespace)),
  };
  for (const schema of [queueSchemaOf(namespace), schemaOf(namespace)])
    await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(db);
  return purged;
}

async function removeObjects(store: Stores['objects']): Promise<number> {
  let removed = 0;
  for await (const page of store.list('')) {
    await store.removeListed(page);
    removed += page.length;
  }
  return removed;
}

/** Those of the queue have braces around the prefix. */
async function removeKeys(url: string, prefix: string): Promise<number> {
  const redis = new Redis(url);
  try {
    let removed = 0;
    for (const match of [`{${prefix}}:*`, `${prefix}:*`]) {
      for await (const keys of redis.scanStream({ match, count: 1000 }))
        if (keys.length > 0) removed += await redis.unlink(keys);
    }
    return removed;
  } finally {
    redis.disconnect();
  }
}
