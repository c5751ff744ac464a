import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sha256 } from './sha256.ts';

/** Encrypts what has to be read again, and reads it. */
export interface SecretBox {
  /** @param context what the secret belongs to; it cannot be opened as the secret of anything else */
  seal(secret: string, context: string): string;
  /** @throws an error when it was sealed with no key that is known, for another context, or has been changed */
  open(sealed: string, context: string): string;
}

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * A box with a lock of AES-256-GCM. What is sealed names its key, by the beginning of the key's SHA-256: the first key
 * seals, and all of them open.
 *
 * @param keys 32 bytes each, in base64
 * @throws an error when there is no key
 */
export function secretBox(keys: readonly string[]): SecretBox {
  const ring = new Map(
    keys.map((text) => {
      const key = Buffer.from(text, 'base64');
      return [sha256(key).slice(0, 16), key] as const;
    }),
  );
  const [first] = ring;
  if (first === undefined) throw new Error('must be set');
  const [firstId, firstKey] = first;
  return {
    seal(secret, context) {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, firstKey, iv).setAAD(Buffer.from(context));
      const encrypted = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${firstId}.${Buffer.concat([iv, cipher.getAuthTag(), encrypted]).toString('base64url')}`;
    },
    open(sealed, context) {
      const [id = '', text = ''] = sealed.split('.');
      const key = ring.get(id);
      if (key === undefined) throw new Error(`no key is known by the id ${id}`);
      const bytes = Buffer.from(text, 'base64url');
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
      const encrypted = bytes.subarray(IV_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(encrypted), decipher.final()]).toString('utf8');
    },
  };
}
