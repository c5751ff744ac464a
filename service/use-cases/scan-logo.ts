import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Config } from '@logomorph/core/config.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { infected, quarantine } from '@logomorph/core/quarantine.ts';
import type { Logger } from 'pino';
import { ScanFailed } from '../virus-scan/scan-failed.ts';
import type { VirusScanner } from '../virus-scan/scanner.ts';

/** What is needed to scan logos. */
export interface ScanDeps {
  db: Database;
  /** Undefined when none are scanned. */
  scanner: VirusScanner | undefined;
  logger: Pick<Logger, 'warn'>;
  config: Pick<Config, 'timeBudgets'>;
}

/**
 * Scans the bytes of a logo before they are stored.
 *
 * @returns `pending` when the logo is to be held until it is scanned, as it cannot be now
 * @throws ProblemError logo-infected; unavailable when it cannot be scanned now and such logos are refused
 */
export async function scanLogo(
  { db, scanner, logger, config }: ScanDeps,
  tenantId: string,
  sha256: string,
  bytes: Buffer,
): Promise<'pending' | null> {
  if (scanner === undefined) return null;
  try {
    const signature = await scanner.scan(bytes, config.timeBudgets.logoScan);
    if (signature === undefined) return null;
    logger.warn({ tenantId, sha256, signature }, 'an infected logo is refused');
    await quarantine(db, { tenantId, sha256, signature, logoId: null });
    throw infected(signature);
  } catch (cause) {
    if (!(cause instanceof ScanFailed)) throw cause;
    if (scanner.whenDown === 'refuse') {
      throw new ProblemError('unavailable', 'The logo cannot be scanned now; try again soon', { cause });
    }
    logger.warn({ err: cause, tenantId, sha256 }, 'a logo is held until it is scanned');
    return 'pending';
  }
}
