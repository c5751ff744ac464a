import { parseArgs } from 'node:util';
import { SCOPES } from '@logomorph/contract/api-key.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import { readConfig } from '@logomorph/core/config.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { meetSchema } from '@logomorph/core/database/migrate.ts';
import { createLogger } from '@logomorph/core/logger.ts';
import { blame, outlastSignals, runMain } from '@logomorph/core/process.ts';
import { createApiKey, listApiKeys } from './use-cases/api-keys.ts';
import { ensureTenant } from './use-cases/tenants.ts';

/**
 * The operator's way to a first key: `node service/create-key.ts --name NAME [--tenant TENANT] [--if-none]`
 * prints a new key of the tenant, which may do everything. The tenant is made when it is not there. With `--if-none` it
 * prints nothing when the tenant has a key.
 */
await runMain('create-key', async (env) => {
  const { values } = parseArgs({
    options: {
      name: { type: 'string', default: 'operator' },
      tenant: { type: 'string', default: 'default' },
      'if-none': { type: 'boolean', default: false },
    },
  });
  const config = readConfig(env);
  const logger = createLogger('create-key', config.logLevel);
  const db = connectDatabase(config.databaseUrl, logger);
  try {
    await blame('DATABASE_URL', meetSchema(db, config, logger));
    const tenantId = await ensureTenant(db, values.tenant);
    const { items } = await listApiKeys(db, tenantId, { limit: 1 });
    if (values['if-none'] && items.length > 0) return;
    // A key that is made and not printed is lost.
    outlastSignals();
    const scopes = [...SCOPES];
    const { key } = await createApiKey(db, { ...byOperator(tenantId), scopes }, { name: values.name, scopes });
    process.stdout.write(`${key}\n`);
  } finally {
    await db.destroy();
  }
});
