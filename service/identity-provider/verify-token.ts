import type { Scope } from '@logomorph/contract/api-key.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { OidcConfig } from '@logomorph/core/config.ts';
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import Value from 'typebox/value';
import { Claims, organizationOf, scopesOf } from './claims.ts';
import { KeysUnavailable } from './key-set.ts';

/** Signatures by a private key alone: none, or one by a secret, could be made with what is public (RFC 8725, 2.1 and 3.1). */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** Types of access tokens: RFC 9068, section 2.1, and what providers write that do not follow it. */
const TYPES = /^((application\/)?at\+jwt|jwt)$/i;

/** Seconds that clocks may be apart. */
const LEEWAY = 10;

/** Whom a valid token is of, what it may do, and until when, in milliseconds since 1970. */
export interface Token {
  subject: string;
  organization: string | undefined;
  scopes: Scope[];
  endsAt: number;
}

/**
 * Checks an access token (RFC 9068, section 4; RFC 8725).
 *
 * @throws ProblemError invalid-token; unavailable when the issuer's keys cannot be had
 */
export async function verifyToken(oidc: OidcConfig, keys: JWTVerifyGetKey, token: string): Promise<Token> {
  const claims = readClaims(await verify(oidc, keys, token));
  if (!isForUs(oidc, claims)) throw invalid('The access token was made out for another party');
  return {
    subject: claims.sub,
    organization: organizationOf(claims),
    scopes: scopesOf(claims),
    endsAt: (claims.exp + LEEWAY) * 1000,
  };
}

async function verify({ issuer, audiences }: OidcConfig, keys: JWTVerifyGetKey, token: string): Promise<JWTPayload> {
  try {
    const { payload, protectedHeader } = await jwtVerify(token, keys, {
      algorithms: ALGORITHMS,
      issuer,
      ...(audiences.length > 0 ? { audience: [...audiences] } : {}),
      requiredClaims: ['sub', 'exp'],
      clockTolerance: LEEWAY,
    });
    if (protectedHeader.typ !== undefined && !TYPES.test(protectedHeader.typ)) throw invalid('It is no access token');
    return payload;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    if (error instanceof KeysUnavailable) {
      throw new ProblemError('unavailable', 'Access tokens cannot be checked now; try again soon', { cause: error });
    }
    throw invalid(describe(error));
  }
}

function readClaims(payload: JWTPayload): Claims {
  if (!Value.Check(Claims, payload)) throw invalid('A claim of the access token is not of its type');
  return payload;
}

/** An ID token, which is for the client that signed somebody in, has a hash of the access token (OpenID Connect Core, 3.1.3.6). */
function isForUs({ authorizedParties }: OidcConfig, { azp, client_id, at_hash }: Claims): boolean {
  const party = azp ?? client_id;
  const isParty = authorizedParties.length === 0 || (party !== undefined && authorizedParties.includes(party));
  return isParty && at_hash === undefined;
}

/** Only what names nothing of the token: it may be long, and have anything in it. */
function describe(error: unknown): string {
  if (error instanceof errors.JWTExpired) return 'The access token has expired';
  if (error instanceof errors.JWTClaimValidationFailed)
    return `The claim ${error.claim} of the access token is not taken`;
  if (error instanceof errors.JWKSNoMatchingKey)
    return 'The access token is signed by a key that the issuer does not have';
  return 'The access token is no valid one of the issuer';
}

function invalid(detail: string): ProblemError {
  return new ProblemError('invalid-token', detail);
}
