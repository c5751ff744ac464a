import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '@logomorph/contract/problem.ts';
import Type from 'typebox';

/** What a signed address ends with: when it expires, in seconds since 1970, and the signature. */
export const SignedQuery = Type.Object({
  expires: Type.Integer({ minimum: 0, description: 'When the address expires, in seconds since 1970' }),
  signature: Type.String({ maxLength: 100 }),
});

/** Makes addresses that let in without a key whoever has them, until they expire. */
export interface UrlSigner {
  /** An address of that path, which has no query. @param expires in seconds since 1970 */
  sign(path: string, expires: number): string;
  /** @throws ProblemError wrong-signature; address-expired */
  check(path: string, query: Type.Static<typeof SignedQuery>, now: Date): void;
}

/**
 * Signs by HMAC-SHA256 with a key that is derived (HKDF, RFC 5869) for the purpose alone, so that what one part signs is
 * no other's. The first key signs, and all of them check.
 *
 * @param keys 32 bytes each, in base64, at least one
 */
export function urlSigner(keys: readonly string[], purpose: string): UrlSigner {
  const derived = keys.map((key) =>
    Buffer.from(hkdfSync('sha256', Buffer.from(key, 'base64'), '', `signed url: ${purpose}`, 32)),
  );
  const [first] = derived;
  if (first === undefined) throw new Error('must be set');
  const signature = (key: Buffer, path: string, expires: number) =>
    createHmac('sha256', key).update(`${path}\n${expires}`).digest();
  return {
    sign(path, expires) {
      return `${path}?expires=${expires}&signature=${signature(first, path, expires).toString('base64url')}`;
    },
    check(path, { expires, signature: given }, now) {
      const signed = Buffer.from(given, 'base64url');
      const isOurs = derived.some((key) => {
        const expected = signature(key, path, expires);
        return signed.length === expected.length && timingSafeEqual(signed, expected);
      });
      if (!isOurs) throw new ProblemError('wrong-signature', 'The address was not signed so');
      if (now.valueOf() >= expires * 1000) {
        throw new ProblemError('address-expired', 'Ask for a new address, with an API key');
      }
    },
  };
}
