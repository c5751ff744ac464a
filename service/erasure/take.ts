import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import type { ErasureRow } from '../use-cases/erase-tenant.ts';

/** Seconds for which a process has an erasure to itself; many times what it does before it lets go. */
const LEASE = 120;

/** Seconds after which one is looked at again at which something has failed. */
const LATER = 60;

/** Seconds after its end at which a direct upload that a client began in time may still be coming in. */
const LATE_UPLOAD = 3600;

/** An erasure that this process is at. */
export type TakenErasure = ErasureRow & {
  settles_at: Date;
  /** Whether that time had come when it was taken, by the clock that has set it. */
  is_settled: boolean;
};

/**
 * Takes the erasure that has waited longest, so that no other process takes it for a while: not even if this one is killed.
 *
 * @param settleSeconds after which nothing that was under way when an erasure began can store anything any more
 */
export async function takeErasure(db: Database, settleSeconds: number): Promise<TakenErasure | undefined> {
  return db
    .updateTable('erasures')
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('erasures')
        .select('id')
        .where('due_at', '<=', sql<Date>`now()`)
        .orderBy('due_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .set({
      state: 'running',
      started_at: sql`coalesce(started_at, now())`,
      due_at: sql`now() + make_interval(secs => ${LEASE})`,
      // Of a tenant that is being erased no upload is announced any more, so this is the end of the last one.
      settles_at: sql`coalesce(settles_at, greatest(
        created_at + make_interval(secs => ${settleSeconds}),
        late_until + make_interval(secs => ${LATE_UPLOAD}),
        (select max(expires_at) from logo_uploads where subject_type = 'tenant' and logo_uploads.tenant_id = erasures.tenant_id)
          + make_interval(secs => ${LATE_UPLOAD})
      ))`,
    })
    .returningAll()
    .returning(sql<boolean>`settles_at <= now()`.as('is_settled'))
    .$narrowType<{ settles_at: Date }>()
    .executeTakeFirst();
}

/** When to go on with an erasure: as soon as others had their turn, once it has settled, or a minute later. */
export type Again = 'now' | 'settled' | 'later';

const DUE_AT = {
  now: sql<Date>`now()`,
  settled: sql<Date>`settles_at`,
  later: sql<Date>`now() + make_interval(secs => ${LATER})`,
};

/** Lets go of an erasure that is not finished, to be taken again then. */
export async function letGo(db: Database, erasureId: string, again: Again): Promise<void> {
  await db
    .updateTable('erasures')
    .where('id', '=', erasureId)
    .where('state', '<>', 'succeeded')
    .set({ due_at: DUE_AT[again] })
    .execute();
}
