import { hkdfSync } from 'node:crypto';

/**
 * Derives a key of 32 bytes (HKDF with SHA-256, RFC 5869) for one purpose alone, so that what one part makes with it is no
 * other's.
 *
 * @param secretsKey 32 bytes in base64
 */
export function deriveKey(secretsKey: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(secretsKey, 'base64'), '', purpose, 32));
}
