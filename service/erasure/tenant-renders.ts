import type { DatabaseTransaction } from '@logomorph/core/database/schema.ts';
import type { QueuedRender } from '@logomorph/core/queue/job-queue.ts';
import type { RowCounts } from './counts.ts';
import { removeRenders } from './remove-renders.ts';

/** Renders that are removed at once; each may have a hundred files. */
const PAGE = 100;

/** What was removed, and where the next page goes on. */
export interface RenderPage {
  rows: RowCounts;
  /** Of those that were not finished: the queue may have jobs for them. */
  queued: QueuedRender[];
  /** Undefined when there is no more. */
  next: RenderPlace | undefined;
}

/** Renders of batches go first, then what is left: a worker locks its render before the batch, and so does this. */
export interface RenderPlace {
  only: 'children' | 'all';
  after: string | undefined;
}

/** Where to begin. */
export const FIRST_RENDERS: RenderPlace = { only: 'children', after: undefined };

/** Removes a page of the renders of a tenant that is being erased. */
export async function removeRenderPage(
  tx: DatabaseTransaction,
  tenantId: string,
  { only, after }: RenderPlace,
): Promise<RenderPage> {
  const found = await tx
    .selectFrom('renders')
    .select(['id', 'run', 'enqueued_at', 'finished_at'])
    .where('tenant_id', '=', tenantId)
    .$if(only === 'children', (query) => query.where('parent_id', 'is not', null))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(PAGE)
    .forUpdate()
    .execute();
  const rows = await removeRenders(
    tx,
    found.map(({ id }) => id),
  );
  const queued = found.filter((row) => row.enqueued_at !== null && row.finished_at === null);
  const last = found.at(-1);
  const rest: RenderPlace | undefined = only === 'children' ? { only: 'all', after: undefined } : undefined;
  return { rows, queued, next: last === undefined ? rest : { only, after: last.id } };
}
