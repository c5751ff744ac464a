import { readConfig } from '@logomorph/core/config.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { createLogger } from '@logomorph/core/logger.ts';
import { createObjectStore } from '@logomorph/core/object-store/create.ts';
import { runMain } from '@logomorph/core/process.ts';
import { purgeNamespace } from '@logomorph/core/purge-namespace.ts';

/**
 * `node service/purge.ts` removes all that a product has in stores that it shares with others, once its programs are stopped.
 * It does so for a product with a STORE_NAMESPACE alone: whoever has stores of its own gives those up.
 */
await runMain('purge', async (env) => {
  const config = readConfig(env);
  const { storeNamespace, redisUrl } = config;
  if (storeNamespace === undefined) throw new Error('STORE_NAMESPACE: must be set; stores of its own are not emptied');
  const logger = createLogger('purge', config.logLevel);
  const db = connectDatabase(config.databaseUrl, logger);
  const objects = createObjectStore(config.objectStore, logger, storeNamespace);
  try {
    const purged = await purgeNamespace(storeNamespace, { db, redisUrl, objects });
    logger.info({ ...purged, storeNamespace }, 'all of the namespace is removed');
  } finally {
    objects.close();
    await db.destroy();
  }
});
