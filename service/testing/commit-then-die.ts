import { NO_QUOTAS } from '@logomorph/contract/quota.ts';
import { completeRecipe } from '@logomorph/contract/recipe/recipe.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { silent } from '@logomorph/core/testing/database.ts';
import { relayOutbox } from '../relay.ts';
import { renderCreator } from '../use-cases/new-render.ts';

// Creates a render as the API does, and is killed at the moment its relay would hand it to the queue.
const [url = '', tenantId = '', logoId = ''] = process.argv.slice(2);
const db = connectDatabase(url, silent);
await renderCreator({ db, config: { quotas: NO_QUOTAS }, logger: silent })(byOperator(tenantId), {
  logoId,
  recipe: completeRecipe('kit'),
});
await relayOutbox(db, {
  counts: async () => ({ waiting: 0, active: 0, delayed: 0 }),
  add: async () => {
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => {});
  },
});
