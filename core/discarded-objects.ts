import { type RawBuilder, sql } from 'kysely';
import type { Database, DatabaseTransaction } from './database/schema.ts';
import type { ObjectStore } from './object-store/object-store.ts';

/** Takes the files off renders, and notes their objects: other renders may have them, and if none has, they are removed. */
export async function discardOutputs(tx: DatabaseTransaction, renderIds: readonly string[]): Promise<void> {
  await sql`with ${discarding(sql`select unnest(${renderIds}::uuid[])`)} select`.execute(tx);
}

/** The parts of a statement that do so with the renders of these ids. */
export function discarding(renderIds: RawBuilder<unknown>) {
  return sql`
    gone as (delete from render_outputs where render_id in (${renderIds}) returning object_key),
    discarded as (
      insert into discarded_objects (object_key)
      -- In one order, so that no two wait for each other.
      select distinct object_key from gone order by object_key
      on conflict (object_key) do update set discarded_at = now()
    )`;
}

/**
 * Notes an object that nothing refers to any more. An object that something is about to refer to is noted before it is
 * stored, and kept by `keepObject`: whoever dies in between leaves nothing behind.
 *
 * @param at from when on nothing refers to it; now when left out
 */
export async function discardObject(db: Database, key: string, at?: Date): Promise<void> {
  const discardedAt = at ?? sql<Date>`now()`;
  await db
    .insertInto('discarded_objects')
    .values({ object_key: key, discarded_at: discardedAt })
    .onConflict((conflict) => conflict.column('object_key').doUpdateSet({ discarded_at: discardedAt }))
    .execute();
}

/**
 * Keeps a noted object, in the transaction that refers to it.
 * @returns false when it was removed already
 */
export async function keepObject(tx: DatabaseTransaction, key: string): Promise<boolean> {
  const { numDeletedRows } = await tx.deleteFrom('discarded_objects').where('object_key', '=', key).executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Saves the objects below a prefix from being removed, before they are made again: their notes are as if they were made now. So
 * they are removed all the same where nothing comes of that, as when the render is canceled. What is being removed at this moment
 * is waited for. What is noted after this is removed no sooner than `removeDiscarded` is told.
 */
export async function saveObjects(db: Database, prefix: string): Promise<void> {
  await sql`
    with saved as (
      -- In one order, so that no two wait for each other.
      select object_key from discarded_objects where ${isBelow(prefix)} order by object_key for update
    )
    update discarded_objects set discarded_at = now() from saved where discarded_objects.object_key = saved.object_key
  `.execute(db);
}

/** Forgets the notes of what was removed below a prefix. */
export async function forgetNotes(db: Database, prefix: string): Promise<void> {
  await sql`delete from discarded_objects where ${isBelow(prefix)}`.execute(db);
}

/** Whether there is anything to be saved below a prefix. */
export function areNoted(prefix: string) {
  return sql`exists (select from discarded_objects where ${isBelow(prefix)})`;
}

/** Of characters that keys are made of none comes after a tilde. */
function isBelow(prefix: string) {
  return sql`object_key >= ${prefix} and object_key < ${`${prefix}~`}`;
}

/** How many objects are removed at a time. A render that is to make one of them again waits for all. */
const PAGE = 50;

/**
 * Removes all objects that were noted more than `seconds` ago and that nothing refers to. The seconds must be more than a
 * render takes from `saveObjects` to recording its last file. A crash leaves the notes or removes both. One that the store does
 * not remove is tried again after as many seconds, so that it holds up no other.
 *
 * @throws the store's error, once what it has removed is not noted any more
 */
export async function removeDiscarded(
  db: Database,
  store: Pick<ObjectStore, 'remove'>,
  seconds: number,
  signal?: AbortSignal,
): Promise<void> {
  for (let found = PAGE; found === PAGE && !signal?.aborted; ) found = await removePage(db, store, seconds);
}

async function removePage(db: Database, store: Pick<ObjectStore, 'remove'>, seconds: number): Promise<number> {
  const { found, failure } = await db.transaction().execute(async (tx) => {
    const noted = await tx
      .selectFrom('discarded_objects')
      .select('object_key as key')
      .where('discarded_at', '<', sql<Date>`now() - make_interval(secs => ${seconds})`)
      .orderBy('discarded_at')
      .limit(PAGE)
      .forUpdate()
      .skipLocked()
      .execute();
    const keys = noted.map(({ key }) => key);
    const used = await sql<{ key: string }>`
      select distinct object_key as key from render_outputs where object_key = any(${keys})`.execute(tx);
    const kept = new Set(used.rows.map(({ key }) => key));
    // While their notes are locked, nobody makes the objects again.
    const outcomes = await Promise.allSettled(keys.map(async (key) => kept.has(key) || store.remove(key)));
    const failed = keys.filter((_, index) => outcomes[index]?.status === 'rejected');
    await sql`
      with gone as (
        delete from discarded_objects where object_key = any(${keys}) and object_key <> all(${failed})
      )
      update discarded_objects set discarded_at = now() where object_key = any(${failed})`.execute(tx);
    return { found: keys.length, failure: outcomes.find(({ status }) => status === 'rejected') };
  });
  if (failure?.status === 'rejected') throw failure.reason;
  return found;
}
