import { hash } from 'node:crypto';

/** SHA-256 of bytes, in lower-case hex. */
export function sha256(bytes: Uint8Array | string): string {
  return hash('sha256', bytes);
}
