import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { ReceiptKeys } from '@logomorph/contract/erasure.ts';
import { deriveKey } from '@logomorph/core/derived-key.ts';
import { CompactSign, calculateJwkThumbprint } from 'jose';

/** What a private key of Ed25519 has before its 32 bytes in PKCS #8 (RFC 8410, 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs receipts, so that whoever has one can check that it comes from here. */
export interface ReceiptSigner {
  /** A JWS (RFC 7515) of that text, in its compact form. */
  sign(text: string): Promise<string>;
  /** What signatures are checked by. */
  keys: ReceiptKeys;
}

/**
 * Signs by Ed25519, with a key that is derived for it. The first one signs; what the others have signed can still be checked.
 *
 * @param secretsKeys 32 bytes each, in base64, at least one
 */
export async function receiptSigner(secretsKeys: readonly string[]): Promise<ReceiptSigner> {
  const pairs = await Promise.all(secretsKeys.map(async (key) => keyPair(deriveKey(key, 'erasure receipts'))));
  const [first] = pairs;
  if (first === undefined) throw new Error('must be set');
  const header = { alg: 'EdDSA', kid: first.jwk.kid, typ: 'erasure-receipt+jws' };
  return {
    sign: (text) => new CompactSign(Buffer.from(text)).setProtectedHeader(header).sign(first.privateKey),
    keys: { keys: pairs.map(({ jwk }) => jwk) },
  };
}

async function keyPair(seed: Buffer): Promise<{ privateKey: KeyObject; jwk: ReceiptKeys['keys'][number] }> {
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (x === undefined) throw new Error('a public key of Ed25519 has no x');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x } as const;
  return { privateKey, jwk: { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'EdDSA', use: 'sig' } };
}
