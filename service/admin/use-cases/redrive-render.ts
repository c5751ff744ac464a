import { ProblemError } from '@logomorph/contract/problem.ts';
import { byOperator } from '@logomorph/core/audit.ts';
import type { Origin } from '@logomorph/core/trace-context.ts';
import type { QuotaDeps } from '../../use-cases/quotas.ts';
import { retryRender } from '../../use-cases/retry-render.ts';
import { lockTenant } from '../../use-cases/tenants.ts';
import { deadRenders } from './dead-renders.ts';

/**
 * Begins another run of a dead render, as if its tenant had asked for it. Of several at once one does.
 *
 * @returns whose it is
 * @throws ProblemError not-found, also when its tenant is being erased; not-a-dead-letter; quota-exceeded, storage-full
 */
export async function redriveRender(deps: QuotaDeps, renderId: string, origin: Origin): Promise<string> {
  const dead = await deadRenders(deps.db, {}).select('tenant_id').where('id', '=', renderId).executeTakeFirst();
  if (dead === undefined) throw await whyNone(deps, renderId);
  try {
    const author = { ...byOperator(dead.tenant_id), origin };
    await retryRender(deps, author, renderId, (tx) => lockTenant(tx, dead.tenant_id));
  } catch (error) {
    if (error instanceof ProblemError && error.problem === 'not-retryable') throw notDead();
    throw error;
  }
  return dead.tenant_id;
}

async function whyNone({ db }: QuotaDeps, renderId: string): Promise<ProblemError> {
  const row = await db
    .selectFrom('renders')
    .innerJoin('tenants', 'tenants.id', 'renders.tenant_id')
    .select('renders.id')
    .where('renders.id', '=', renderId)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? new ProblemError('not-found', 'There is no such render') : notDead();
}

function notDead(): ProblemError {
  return new ProblemError(
    'not-a-dead-letter',
    'The render has not failed by a fault of ours, or is made again already',
  );
}
