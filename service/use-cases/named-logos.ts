import type { Logo } from '@logomorph/contract/logo.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { findInfected, infected } from '@logomorph/core/quarantine.ts';
import { findLogo, noSuchLogo } from './logos.ts';

/** A logo as a body names it: its id, in small letters, and the field that it stands in. */
export interface NamedLogo {
  pointer: string;
  id: string;
}

/** @throws ProblemError not-found, logo-infected: they point at the field */
export async function readNamedLogo(db: Database, tenantId: string, named: NamedLogo): Promise<Logo> {
  const logo = await findLogo(db, tenantId, named.id);
  if (logo === undefined) throw await refusalOfMissing(db, tenantId, [named]);
  return logo;
}

/** What a body is refused with that names logos which the tenant does not have. */
export async function refusalOfMissing(
  db: Database,
  tenantId: string,
  missing: readonly NamedLogo[],
): Promise<ProblemError> {
  const ids = missing.map(({ id }) => id);
  const infections = await findInfected(db, tenantId, ids);
  const [signature] = infections.values();
  if (signature === undefined) {
    const { message: detail } = noSuchLogo();
    const errors = missing.map(({ pointer }) => ({ pointer, detail }));
    return new ProblemError('not-found', detail, { errors });
  }
  const detail = 'A virus scanner has found something in it';
  const found = missing.filter(({ id }) => infections.has(id));
  return infected(
    signature,
    found.map(({ pointer }) => ({ pointer, detail })),
  );
}
