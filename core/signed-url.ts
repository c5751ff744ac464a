import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { ProblemError } from '@logomorph/contract/problem.ts';
import Type from 'typebox';
import { deriveKey } from './derived-key.ts';

/** What a signed address ends with: when it expires, in seconds since 1970, and the signature. */
export const SignedQuery = Type.Object(
  {
    expires: Type.Integer({
      minimum: 0,
      description: 'When the address expires, in seconds since 1970',
      examples: [1795593600],
    }),
    signature: Type.String({ maxLength: 100, examples: ['q1kq5W2q9m0TqFhV8bW7m3yq0xw6Hj4k1s2d3f4g5h6'] }),
  },
  // One address for one file, or caches could be made to keep it under many.
  { additionalProperties: false },
);

/** The same of an address that may have no end. */
export const OpenEndedQuery = Type.Object(
  { ...SignedQuery.properties, expires: Type.Optional(SignedQuery.properties.expires) },
  { additionalProperties: false },
);

/** Makes addresses that let in without a key whoever has them, until they expire. */
export interface UrlSigner {
  /** An address of that path, which has no query. @param expires in seconds since 1970; left out, it has no end */
  sign(path: string, expires?: number): string;
  /**
   * Checks an address as it was asked for, to the letter: one that is only read alike, such as with an escaped letter or a
   * zero before the number, is another one to caches, which could be made to keep as many copies as somebody likes.
   *
   * @throws ProblemError wrong-signature; address-expired
   */
  check(address: string, path: string, expires: number | undefined, now: Date): void;
}

/**
 * Signs by HMAC-SHA256 with a key that is derived for the purpose alone. The first key signs, and all of them check.
 *
 * @param keys 32 bytes each, in base64, at least one
 */
export function urlSigner(keys: readonly string[], purpose: string): UrlSigner {
  // As objects: of bytes one would be made for each signature, which takes longer than to sign.
  const derived = keys.map((key) => createSecretKey(deriveKey(key, `signed url: ${purpose}`)));
  const [first] = derived;
  if (first === undefined) throw new Error('must be set');
  const signature = (key: KeyObject, path: string, expires: number | undefined) =>
    createHmac('sha256', key)
      .update(`${path}\n${expires ?? ''}`)
      .digest('base64url');
  const addressBy = (key: KeyObject, path: string, expires: number | undefined) => {
    const end = expires === undefined ? '' : `expires=${expires}&`;
    return `${path}?${end}signature=${signature(key, path, expires)}`;
  };
  return {
    sign: (path, expires) => addressBy(first, path, expires),
    check(address, path, expires, now) {
      if (!derived.some((key) => isSameText(address, addressBy(key, path, expires))))
        throw new ProblemError('wrong-signature', 'The address is not as it was signed');
      if (expires !== undefined && now.valueOf() >= expires * 1000) {
        throw new ProblemError('address-expired', 'Ask for a new address, with an API key');
      }
    },
  };
}

/** Whether two texts are equal, in a time that does not tell how far they are. */
function isSameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
