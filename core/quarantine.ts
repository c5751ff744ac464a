import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database } from './database/schema.ts';

/** Bytes of a tenant in which something was found. */
interface Quarantined {
  tenantId: string;
  sha256: string;
  /** What the scanner calls it. */
  signature: string;
  /** The logo that had been stored; null when there was none. */
  logoId: string | null;
}

/** Remembers that something was found in bytes, which are kept nowhere. */
export async function quarantine(db: Database, { tenantId, sha256, signature, logoId }: Quarantined): Promise<void> {
  await db
    .insertInto('quarantined_logos')
    .values({ tenant_id: tenantId, sha256, signature, logo_id: logoId })
    // They may have been uploaded again, and found then, while the logo was still held.
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'sha256']).doUpdateSet((eb) => ({
        logo_id: eb.fn.coalesce('excluded.logo_id', 'quarantined_logos.logo_id'),
      })),
    )
    .execute();
}

/** @throws ProblemError logo-infected when something was found in these bytes of the tenant */
export async function refuseQuarantined(db: Database, tenantId: string, sha256: string): Promise<void> {
  const row = await db
    .selectFrom('quarantined_logos')
    .select('signature')
    .where('tenant_id', '=', tenantId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  if (row !== undefined) throw infected(row.signature);
}

/** What was found in logos of a tenant that are not there any more, by their ids. */
export async function findInfected(db: Database, tenantId: string, logoIds: string[]): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('quarantined_logos')
    .select(['logo_id', 'signature'])
    .where('tenant_id', '=', tenantId)
    .where('logo_id', 'in', logoIds)
    .execute();
  return new Map(rows.flatMap(({ logo_id, signature }) => (logo_id === null ? [] : [[logo_id, signature]])));
}

/** What a client is told of bytes in which something was found. */
export function infected(signature: string, errors?: ProblemError['errors']): ProblemError {
  return new ProblemError('logo-infected', `The virus scanner calls it ${signature}`, { errors });
}
