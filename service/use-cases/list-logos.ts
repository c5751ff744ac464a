import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { type CreatedRange, isCreatedWithin } from './created-range.ts';
import { toLogo } from './logos.ts';
import { type PageRequest, paged, toPage } from './page.ts';

/** Which logos are wanted; all when nothing is said. */
interface LogoFilter extends CreatedRange {
  format?: LogoFormat[];
  sha256?: string;
}

/**
 * The logos of a tenant, newest first.
 *
 * @throws ProblemError invalid-request when a time cannot be
 */
export async function listLogos(
  db: Database,
  tenantId: string,
  page: PageRequest,
  { format, sha256, ...created }: LogoFilter,
) {
  let query = db.selectFrom('logos').selectAll().where('tenant_id', '=', tenantId).where(isCreatedWithin(created));
  if (format !== undefined) query = query.where('format', 'in', format);
  if (sha256 !== undefined) query = query.where('sha256', '=', sha256);
  const rows = await paged(query, page).execute();
  return toPage(rows.map(toLogo), page);
}
