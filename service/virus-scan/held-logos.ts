import { buffer } from 'node:stream/consumers';
import { bySystem, recordAudit } from '@logomorph/core/audit.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { discardObject } from '@logomorph/core/discarded-objects.ts';
import { keyOfLogo } from '@logomorph/core/object-store/keys.ts';
import type { ObjectStore } from '@logomorph/core/object-store/object-store.ts';
import { quarantine } from '@logomorph/core/quarantine.ts';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import { type Repeating, repeat } from '../repeat.ts';
import { deleteTransforms } from '../use-cases/delete-transforms.ts';
import { ScanFailed } from './scan-failed.ts';
import type { VirusScanner } from './scanner.ts';

/** Seconds that a scan for which no request waits may take; less than a stopping API has. */
const SCAN_SECONDS = 10;

/**
 * Seconds after which a logo that was taken is taken again: the first, and at most, as it is twice as long each time. So the
 * first is also how long one waits whose process died, and a logo that ends the scanner does so seldom.
 */
const FIRST_RETRY = 60;
const LAST_RETRY = 3600;

/** What is needed to scan held logos. */
export interface HeldLogosDeps {
  db: Database;
  store: Pick<ObjectStore, 'get' | 'remove'>;
  scanner: VirusScanner;
  logger: Logger;
}

/** What became of the held logo that was taken. */
type HeldScan = 'settled' | 'not-scanned' | 'scanner-down' | 'none-due';

/**
 * Scans the held logo that is due the longest, and releases it or puts it into quarantine. Replicas take others, or none.
 * Renders of one in quarantine find it gone, and why.
 */
export async function scanHeldLogo(deps: HeldLogosDeps): Promise<HeldScan> {
  const { db, store, scanner, logger } = deps;
  const logo = await takeDue(db);
  if (logo === undefined) return 'none-due';
  const { id: logoId, tenant_id: tenantId, sha256 } = logo;
  const { stream } = await store.get(keyOfLogo(logo));
  try {
    const signature = await scanner.scan(await buffer(stream), SCAN_SECONDS);
    if (signature === undefined) await release(db, logoId);
    else if (await putIntoQuarantine(deps, logo, signature)) {
      logger.warn({ tenantId, logoId, sha256, signature }, 'an infected logo was held, and is removed');
    }
    return 'settled';
  } catch (error) {
    if (!(error instanceof ScanFailed)) throw error;
    logger.warn({ err: error, tenantId, logoId, sha256 }, 'a held logo is still not scanned');
    if (error.failure === 'unreachable' || error.failure === 'paused') await giveBack(db, logo);
    return error.failure === 'error' || error.failure === 'too-large' ? 'not-scanned' : 'scanner-down';
  }
}

/** Scans what is held, every `seconds` and one after the other, as long as the scanner answers; wakes the relay for what waits. */
export function startHeldScans(deps: HeldLogosDeps, seconds: number, wakeRelay: () => void): Repeating {
  let stopping = false;
  const loop = repeat(
    async () => {
      let outcome: HeldScan = 'settled';
      while (!stopping && (outcome === 'settled' || outcome === 'not-scanned')) {
        outcome = await scanHeldLogo(deps);
        if (outcome === 'settled') wakeRelay();
      }
    },
    seconds,
    deps.logger,
    'the scan of held logos',
  );
  return {
    ...loop,
    stop() {
      stopping = true;
      return loop.stop();
    },
  };
}

type HeldLogo = NonNullable<Awaited<ReturnType<typeof takeDue>>>;

async function takeDue(db: Database) {
  return db
    .updateTable('logos')
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('logos')
        .select('id')
        .where('scan', '=', 'pending')
        .where('scan_due_at', '<=', sql<Date>`now()`)
        .orderBy('scan_due_at')
        .limit(1)
        .forNoKeyUpdate()
        .skipLocked(),
    )
    .set((eb) => ({
      scan_attempts: eb('scan_attempts', '+', 1),
      scan_due_at: sql<Date>`now() + make_interval(secs => least(${FIRST_RETRY} * power(2, least(scan_attempts, 20)), ${LAST_RETRY}))`,
    }))
    .returning(['id', 'tenant_id', 'sha256', 'object_key', 'scan_attempts'])
    .executeTakeFirst();
}

/** That the scanner was not there says nothing of the logo: it is due at once, after those that were due before. */
async function giveBack(db: Database, { id, scan_attempts }: HeldLogo): Promise<void> {
  await db
    .updateTable('logos')
    .where('id', '=', id)
    .where('scan', '=', 'pending')
    .where('scan_attempts', '=', scan_attempts)
    .set({ scan_attempts: scan_attempts - 1, scan_due_at: sql`now()` })
    .execute();
}

async function release(db: Database, logoId: string): Promise<void> {
  await db.updateTable('logos').where('id', '=', logoId).set({ scan: null, scan_due_at: null }).execute();
}

/** @returns false when the logo was deleted, or another process was faster */
async function putIntoQuarantine(
  { db, store, logger }: HeldLogosDeps,
  logo: HeldLogo,
  signature: string,
): Promise<boolean> {
  const { id: logoId, tenant_id: tenantId, sha256 } = logo;
  const key = keyOfLogo(logo);
  const isHere = await db.transaction().execute(async (tx) => {
    // Waits for renders that are being created of it; those that come later find it in quarantine.
    const { numDeletedRows } = await tx
      .deleteFrom('logos')
      .where('id', '=', logoId)
      .where('scan', '=', 'pending')
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await deleteTransforms(tx, logoId);
    await quarantine(tx, { tenantId, sha256, signature, logoId });
    await discardObject(tx, key);
    await recordAudit(tx, bySystem(tenantId), {
      action: 'logo.quarantined',
      target: { type: 'logo', id: logoId },
      details: { sha256, signature },
    });
    return true;
  });
  if (isHere) {
    await store
      .remove(key)
      .catch((err: unknown) => logger.warn({ err }, 'bytes of an infected logo are removed later'));
  }
  return isHere;
}
