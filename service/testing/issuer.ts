import { createServer, type ServerResponse } from 'node:http';
import type { TestContext } from 'node:test';
import type { OidcConfig } from '@logomorph/core/config.ts';
import { listen } from '@logomorph/core/testing/listen.ts';
import { type CryptoKey, exportJWK, generateKeyPair, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

/** What the tests' tokens are made out for. */
export const AUDIENCE = 'https://api.logomorph.test';

/** An identity provider on this machine. */
export interface TestIssuer {
  oidc: OidcConfig;
  /** How often each address was asked for. */
  asked: { discovery: number; keys: number };
  /** Answers in place of the list of keys, while it is set. */
  answerKeys: ((response: ServerResponse) => void) | undefined;
  /** The public keys, as they are answered. */
  publicKeys(): object[];
  /** Makes the next tokens be signed by a new key, which is listed at once. */
  rotate(alg?: string): Promise<void>;
  /** A token of a user: good unless claims, where undefined takes one away, or the header say otherwise. */
  token(claims?: JWTPayload, header?: Partial<JWTHeaderParameters>): Promise<string>;
  /** The headers that carry such a token. */
  headers(claims?: JWTPayload): Promise<{ authorization: string }>;
}

/** Serves discovery and keys, and signs tokens, until the test ends. */
export async function testIssuer(t: TestContext): Promise<TestIssuer> {
  const listed: object[] = [];
  let signing: { kid: string; alg: string; privateKey: CryptoKey } | undefined;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url === '/jwks') {
      issuer.asked.keys += 1;
      if (issuer.answerKeys !== undefined) issuer.answerKeys(response);
      else response.end(JSON.stringify({ keys: listed }));
      return;
    }
    issuer.asked.discovery += 1;
    response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/jwks` }));
  });
  const url = `http://127.0.0.1:${await listen(t, server)}`;

  const issuer: TestIssuer = {
    oidc: { issuer: url, audiences: [AUDIENCE], authorizedParties: [], jwksUrl: undefined },
    asked: { discovery: 0, keys: 0 },
    answerKeys: undefined,
    publicKeys: () => listed,
    async rotate(alg = 'ES256') {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      const kid = `key-${listed.length}`;
      signing = { kid, alg, privateKey };
      listed.push({ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' });
    },
    async token(claims = {}, header = {}) {
      if (signing === undefined) throw new Error('there is no key yet');
      const { kid, alg, privateKey } = signing;
      const seconds = Math.floor(Date.now() / 1000);
      const payload = { iss: url, aud: AUDIENCE, sub: 'user_1', iat: seconds, exp: seconds + 60, ...claims };
      const given = Object.fromEntries(Object.entries(payload).filter(([, value]) => value !== undefined));
      return new SignJWT(given).setProtectedHeader({ alg, kid, typ: 'at+jwt', ...header }).sign(privateKey);
    },
    async headers(claims) {
      return { authorization: `Bearer ${await issuer.token(claims)}` };
    },
  };
  await issuer.rotate();
  return issuer;
}
