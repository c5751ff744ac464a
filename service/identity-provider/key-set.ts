import type { OidcConfig } from '@logomorph/core/config.ts';
import type { Outbound } from '@logomorph/core/outbound-http/outbound.ts';
import { createRemoteJWKSet, customFetch, errors, type FetchImplementation, type JWTVerifyGetKey } from 'jose';
import Type from 'typebox';
import Value from 'typebox/value';

/** Milliseconds that an answer of the provider may take, and the bytes that it may have. */
const TIMEOUT = 3000;
const MAX_BYTES = 256 * 1024;

/** Milliseconds that keys are used before they are fetched anew: as long may one go on that the provider has withdrawn. */
const MAX_AGE = 600_000;

/** Milliseconds between two fetches for the sake of keys that are not known, so that tokens cannot make more of them. */
export const COOL_DOWN = 10_000;

/** Milliseconds after a failure in which the provider is not asked again. */
const PAUSE = 2000;

/** What is needed of a provider's description (OpenID Connect Discovery 1.0, section 3; RFC 8414, section 2). */
const ProviderMetadata = Type.Object({ issuer: Type.String(), jwks_uri: Type.String({ pattern: '^https?://' }) });

/** The provider's keys cannot be had. */
export class KeysUnavailable extends Error {
  constructor(cause: unknown) {
    super('The keys of the identity provider cannot be had', { cause });
    this.name = 'KeysUnavailable';
  }
}

/**
 * The keys that an issuer signs by (RFC 7517), fetched when they are first needed, when they are old, and for a key that is
 * not known. A look-up throws `KeysUnavailable`, or an error of jose for a token whose key there is not.
 */
export function remoteKeys(oidc: OidcConfig, outbound: Pick<Outbound, 'send'>, coolDown: number): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(new URL(oidc.jwksUrl ?? discoveryUrl(oidc.issuer)), {
    timeoutDuration: 2 * TIMEOUT,
    cooldownDuration: coolDown,
    cacheMaxAge: MAX_AGE,
    [customFetch]: pausing(fetchKeys(oidc, outbound)),
  });
  return async (header, token) => {
    try {
      return await keys(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      throw new KeysUnavailable(error);
    }
  };
}

/** Fetches the keys; where they are is looked up each time, so that a provider may move them. */
function fetchKeys({ issuer, jwksUrl }: OidcConfig, outbound: Pick<Outbound, 'send'>) {
  return async (): Promise<Response> => {
    const url = jwksUrl ?? (await discover(issuer, outbound));
    return new Response(await get(url, outbound));
  };
}

/** OpenID Connect Discovery 1.0, section 4. */
function discoveryUrl(issuer: string): string {
  return `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

async function discover(issuer: string, outbound: Pick<Outbound, 'send'>): Promise<string> {
  const url = discoveryUrl(issuer);
  const found = Value.Parse(ProviderMetadata, JSON.parse(await get(url, outbound)));
  if (found.issuer !== issuer) throw new Error(`${url} is of another issuer than OIDC_ISSUER`);
  return found.jwks_uri;
}

async function get(url: string, outbound: Pick<Outbound, 'send'>): Promise<string> {
  const headers = { accept: 'application/json, application/jwk-set+json' };
  const request = { url, headers, timeout: TIMEOUT, maxBytes: MAX_BYTES, overflow: 'refuse', maxRedirects: 0 } as const;
  const { status, body } = await outbound.send({ ...request, method: 'GET' });
  if (status !== 200) throw new Error(`${url} answered with ${status}`);
  return body.toString();
}

/** After a failure, fails at once for a while. */
function pausing(fetch: () => Promise<Response>): FetchImplementation {
  let failure: unknown;
  let until = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() < until) throw failure;
    try {
      return await fetch();
    } catch (error) {
      failure = error;
      until = performance.now() + PAUSE;
      throw error;
    }
  };
}
