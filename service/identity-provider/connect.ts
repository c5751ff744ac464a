import { ProblemError } from '@logomorph/contract/problem.ts';
import type { OidcConfig } from '@logomorph/core/config.ts';
import type { Database } from '@logomorph/core/database/schema.ts';
import { addressRanges } from '@logomorph/core/outbound-http/addresses.ts';
import { createOutbound } from '@logomorph/core/outbound-http/outbound.ts';
import { sha256 } from '@logomorph/core/sha256.ts';
import { createLiveCache } from '../live-cache.ts';
import type { Access } from '../use-cases/authentication.ts';
import { findTenant } from '../use-cases/identities.ts';
import { COOL_DOWN, remoteKeys } from './key-set.ts';
import { verifyToken } from './verify-token.ts';

/** Whoever issues access tokens that are taken. */
export interface IdentityProvider {
  /**
   * What an access token opens. A user, or an organisation, that comes for the first time is given a tenant.
   *
   * @throws ProblemError invalid-token; unavailable when it cannot be checked now
   */
  access(token: string): Promise<Access>;
  close(): Promise<void>;
}

/**
 * Takes the tokens of an issuer. Nothing is fetched before the first of them comes.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function connectIdentityProvider(
  oidc: OidcConfig,
  db: Database,
  now: () => number,
  coolDown = COOL_DOWN,
): IdentityProvider {
  // The operator has chosen it, so it may be anywhere; time and size of what it answers are limited all the same.
  const outbound = createOutbound({ plainHttp: true, allowed: addressRanges(['0.0.0.0/0', '::/0']) });
  const keys = remoteKeys(oidc, outbound, coolDown);
  const tenants = createLiveCache(async (name: string) => {
    const [subject = '', organization] = name.split('\n');
    const tenant = await findTenant(db, { issuer: oidc.issuer, subject, organization });
    return tenant === undefined ? undefined : { ...tenant, msLeft: Number.POSITIVE_INFINITY };
  }, now);

  return {
    async access(token) {
      const { subject, organization, scopes, endsAt } = await verifyToken(oidc, keys, token);
      const name = organization === undefined ? subject : `${subject}\n${organization}`;
      const found = await tenants.find(name);
      if (found === undefined) throw new ProblemError('invalid-token', 'The user or the organisation was deleted');
      return {
        principal: {
          tenantId: found.tenantId,
          // No more of whom it is than tells one from another.
          actor: `user_${sha256(`${oidc.issuer}\n${subject}`).slice(0, 16)}`,
          auditedAs: { type: 'user', id: subject },
          scopes,
          requestsPerMinute: undefined,
        },
        isSuspended: found.isSuspended,
        isLive: async () => Date.now() < endsAt && (await tenants.find(name))?.isSuspended === false,
      };
    },
    close: () => outbound.close(),
  };
}
