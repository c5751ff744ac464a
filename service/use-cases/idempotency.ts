import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { v4 as uuid } from 'uuid';

/** Seconds after which a request that has not answered is taken for one whose process died. */
const LEASE = 60;

/** How many keys are forgotten in one statement. */
const PAGE = 1000;

/** A request's hold of its key: it alone does what was asked. */
export interface KeyClaim {
  tenantId: string;
  key: string;
  claim: string;
}

/** By what a request is known again: with its JSON as it came, by which the version before knows it, and in canonical form. */
export interface Fingerprints {
  asSent: string;
  canonical: string;
}

/** An answer as it is kept. Of one with a secret there are no headers, and the body is where what it made is. */
export interface KeptAnswer {
  status: number;
  headers: Readonly<Record<string, string>> | null;
  body: string | null;
}

/** An answer that is to be kept together with what it tells of. */
export interface AnswerToKeep {
  claim: KeyClaim;
  answer: KeptAnswer & { body: string };
}

/**
 * Takes a key for a request, or gives the answer that the same request got before.
 *
 * @throws ProblemError idempotency-key-reused by another request; idempotency-key-in-use while it is at work
 */
export async function claimKey(
  db: Database,
  tenantId: string,
  key: string,
  { asSent, canonical }: Fingerprints,
): Promise<KeyClaim | KeptAnswer> {
  const claim = uuid();
  const claimed = await db
    .insertInto('idempotency_keys')
    .values({ tenant_id: tenantId, key, fingerprint: asSent, canonical_fingerprint: canonical, claim })
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'key'])
        .doUpdateSet({ claim, claimed_at: sql<Date>`now()` })
        .where('idempotency_keys.status', 'is', null)
        .where(({ eb, or }) =>
          or([
            eb('idempotency_keys.fingerprint', '=', asSent),
            eb('idempotency_keys.canonical_fingerprint', '=', canonical),
          ]),
        )
        .where('idempotency_keys.claimed_at', '<', sql<Date>`now() - make_interval(secs => ${LEASE})`),
    )
    .returning('claim')
    .executeTakeFirst();
  if (claimed !== undefined) return { tenantId, key, claim };
  const row = await db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'canonical_fingerprint', 'status', 'headers', 'body'])
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .executeTakeFirst();
  if (row !== undefined && row.fingerprint !== asSent && row.canonical_fingerprint !== canonical) {
    throw new ProblemError('idempotency-key-reused', 'Another method, address or body came with this key before');
  }
  // One that is gone by now was given up a moment ago; the client's next try takes it.
  if (row === undefined || row.status === null) throw inUse();
  return { status: row.status, headers: row.headers, body: row.body };
}

/**
 * Keeps an answer, best in the transaction that has the effect: both are there then, or neither is.
 *
 * @throws ProblemError idempotency-key-in-use when the key was taken over in the meantime
 */
export async function keepAnswer(
  db: Database,
  { tenantId, key, claim }: KeyClaim,
  { status, headers, body }: KeptAnswer,
): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable('idempotency_keys')
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .where('claim', '=', claim)
    .where('status', 'is', null)
    .set({ status, headers: headers === null ? null : JSON.stringify(headers), body })
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw inUse();
}

/** Gives a key up that came to nothing, so that the same request can be tried again. */
export async function releaseKey(db: Database, { tenantId, key, claim }: KeyClaim): Promise<void> {
  await db
    .deleteFrom('idempotency_keys')
    .where('tenant_id', '=', tenantId)
    .where('key', '=', key)
    .where('claim', '=', claim)
    .where('status', 'is', null)
    .execute();
}

/** Forgets keys that were kept as long as promised. */
export async function forgetOldKeys(db: Database): Promise<void> {
  const old = db
    .deleteFrom('idempotency_keys')
    .where(({ eb, refTuple, selectFrom }) =>
      eb(
        refTuple('tenant_id', 'key'),
        'in',
        selectFrom('idempotency_keys')
          .select(['tenant_id', 'key'])
          .where('created_at', '<', sql<Date>`now() - make_interval(secs => ${LIMITS.idempotencyKeySeconds})`)
          .limit(PAGE)
          .$asTuple('tenant_id', 'key'),
      ),
    );
  while ((await old.executeTakeFirst()).numDeletedRows === BigInt(PAGE));
}

/** What a request is told whose key another has, or has taken over. */
export function inUse(): ProblemError {
  return new ProblemError('idempotency-key-in-use', 'A request with this key is at work; try again soon');
}
