import type { Config } from '@logomorph/core/config.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { blame } from '@logomorph/core/process.ts';
import type { JobConsumer } from '@logomorph/core/queue/connect.ts';
import { PROBE_LIMIT, within } from '@logomorph/core/within.ts';
import { sql } from 'kysely';

/** What a worker needs to do its work. */
export interface WorkerParts {
  config: Pick<Config, 'redisUrl'>;
  /** Undefined while it starts. */
  consumer: Pick<JobConsumer, 'isRunning' | 'check'> | undefined;
  renderer: { ready(): Promise<unknown> };
  db: Database;
  store: Pick<ObjectStore, 'check'>;
}

/** Rejects while a worker cannot do its work, with the setting of the part that is at fault. */
export async function checkWorker({ config, consumer, renderer, db, store }: WorkerParts): Promise<void> {
  if (!consumer?.isRunning()) throw new Error('the worker takes no jobs');
  await Promise.all([
    renderer.ready(),
    blame(config.redisUrl === undefined ? 'DATABASE_URL' : 'REDIS_URL', within(PROBE_LIMIT, consumer.check())),
    blame('DATABASE_URL', within(PROBE_LIMIT, sql`select 1`.execute(db))),
    blame('OBJECT_FOLDER, S3_BUCKET', within(PROBE_LIMIT, store.check())),
  ]);
}
