import { readConfig } from '@logomorph/core/config.ts';
import { migrateDatabase } from '@logomorph/core/database/migrate.ts';
import { createLogger } from '@logomorph/core/logger.ts';
import { blame, runMain } from '@logomorph/core/process.ts';

/**
 * `node service/migrate.ts` brings the schema of the database up to date and ends, for a deployment whose programs do
 * not (`MIGRATE_AT_START`). It reads the whole configuration, so that one which breaks a rule fails here, before any
 * program is replaced.
 */
await runMain('migrate', async (env) => {
  const config = readConfig(env);
  const logger = createLogger('migrate', config.logLevel);
  const migrations = await blame('DATABASE_URL', migrateDatabase(config, logger));
  logger.info({ migrations }, migrations.length === 0 ? 'the schema was up to date' : 'the schema is up to date now');
});
