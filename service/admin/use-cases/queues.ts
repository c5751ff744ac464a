import type { Queues } from '@logomorph/contract/admin/queues.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { NOT_HELD } from '@logomorph/core/held-logos.ts';
import type { JobQueue } from '@logomorph/core/queue/job-queue.ts';
import { type RawBuilder, sql } from 'kysely';
import type { Logger } from 'pino';
import { WAITING } from '../../turns.ts';
import { isSuspended } from '../../use-cases/suspension.ts';

/** How many there are, and for how many seconds the first of them waits. */
interface Waiting {
  count: number;
  oldestSeconds?: number;
}

/** Since when a render waits for its turn: one that is made again since then, of which its last such event tells. */
const QUEUED_AT = sql`case run when 1 then renders.created_at else (
  select max(at) from render_events where render_id = renders.id and type = 'queued') end`;

/** What waits, by Postgres, which has the truth, and by the queue, as far as it can be reached. */
export async function readQueues(
  { db, queue }: { db: Database; queue: Pick<JobQueue, 'counts'> },
  log: Pick<Logger, 'warn'>,
): Promise<Queues> {
  const jobs = await queue.counts().catch((err: unknown) => {
    log.warn({ err }, 'the queue cannot be counted');
    return undefined;
  });
  return {
    renders: {
      outbox: await waiting(db, QUEUED_AT, sql`renders where ${WAITING} and not ${isSuspended('renders.tenant_id')}`),
      suspended: await waiting(db, QUEUED_AT, sql`renders where ${WAITING} and ${isSuspended('renders.tenant_id')}`),
      held: await waiting(
        db,
        QUEUED_AT,
        sql`renders where enqueued_at is null and logo_id is not null and state = 'queued' and not (${NOT_HELD})`,
      ),
      queued: await waiting(
        db,
        sql`enqueued_at`,
        sql`renders where state = 'queued' and logo_id is not null and enqueued_at is not null`,
      ),
      running: await waiting(db, sql`started_at`, sql`renders where state = 'running' and logo_id is not null`),
    },
    ...(jobs === undefined ? {} : { jobs }),
    webhooks: {
      events: await waiting(db, sql`created_at`, sql`webhook_events where fanned_out_at is null`),
      due: await waiting(db, sql`due_at`, sql`webhook_deliveries where due_at <= now()`),
      later: { count: (await waiting(db, sql`due_at`, sql`webhook_deliveries where due_at > now()`)).count },
    },
    erasures: await waiting(db, sql`created_at`, sql`erasures where due_at is not null`),
  };
}

async function waiting(db: Database, since: RawBuilder<unknown>, rows: RawBuilder<unknown>): Promise<Waiting> {
  const found = await sql<{ count: number; seconds: number | null }>`
    select count(*)::int as count, extract(epoch from now() - min(${since}))::float8 as seconds
    from ${rows}`.execute(db);
  const { count, seconds } = found.rows[0] ?? { count: 0, seconds: null };
  return { count, ...(seconds === null ? {} : { oldestSeconds: Math.max(0, seconds) }) };
}
