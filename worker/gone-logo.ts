import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { findInfected, infected } from '@logomorph/core/quarantine.ts';

/** Why a render cannot be made of which a logo is not there: something was found in it, or it was deleted. */
export async function whyGone(db: Database, renderId: string): Promise<ProblemError> {
  const { tenant_id, logo_id, to_logo_id } = await db
    .selectFrom('renders')
    .select(['tenant_id', 'logo_id', 'to_logo_id'])
    .where('id', '=', renderId)
    .executeTakeFirstOrThrow();
  const logoIds = [logo_id, to_logo_id].filter((id) => id !== null);
  const [signature] = (await findInfected(db, tenant_id, logoIds)).values();
  return signature === undefined
    ? new ProblemError('logo-deleted', 'It was deleted before the render began')
    : infected(signature);
}
