import type { Config } from '@logomorph/core/config.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { isDatabaseUnavailable } from '@logomorph/core/database/unavailable.ts';
import type { Logger } from 'pino';
import { together } from '../together.ts';
import { type AskedRenders, type InsertedRenders, insertRenders } from './insert-renders.ts';

/** How many requests share a statement at most: those who come next wait for its end. */
const MOST = 50;

export interface InserterDeps {
  db: Database;
  config: Pick<Config, 'quotas'>;
  logger: Pick<Logger, 'warn'>;
}

/**
 * Creates renders as `insertRenders` does. Requests for single ones that come together share a statement, which waits for
 * nobody. What comes to nothing there goes again by a statement of its own, so that nobody waits for what another's tenant is
 * doing, or fails by another's fault. A batch goes alone, for others would wait for it.
 */
export function rendersInserter(deps: InserterDeps) {
  const insertShared = together(async (requests: readonly AskedRenders[]) => {
    try {
      return await insertRenders(deps, requests, 'skip');
    } catch (error) {
      // It may have been done all the same.
      if (isDatabaseUnavailable(error)) throw error;
      deps.logger.warn({ err: error, requests: requests.length }, 'renders that came together are created one by one');
      return requests.map((): InsertedRenders => ({ held: [], over: null, createdAt: null }));
    }
  }, MOST);
  return async (asked: AskedRenders): Promise<InsertedRenders | undefined> => {
    const shared = asked.logoId === null ? undefined : await insertShared(asked);
    if (shared !== undefined && shared.createdAt !== null) return shared;
    const [alone] = await insertRenders(deps, [asked], 'wait');
    return alone;
  };
}
