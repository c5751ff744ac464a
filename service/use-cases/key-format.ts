import { hash, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * `lm_` and 8 bytes that find the key, `_`, 24 bytes that prove it, both in hex; then the checksum of all before it.
 * Keys from before there were checksums have none.
 */
const KEY = /^(lm_[0-9a-f]{16})_([0-9a-f]{48}([0-9A-Za-z]{6})?)$/;

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const CHECKSUM_DIGITS = 6;

/** An API key in its parts. */
interface KeyParts {
  /** Finds the key; no secret. */
  prefix: string;
  /** SHA-256 of the rest. */
  hash: Buffer;
}

/** Makes the text of a new key. */
export function makeKey(): KeyParts & { key: string } {
  const prefix = `lm_${randomBytes(8).toString('hex')}`;
  const random = randomBytes(24).toString('hex');
  const secret = `${random}${checksum(`${prefix}_${random}`)}`;
  return { key: `${prefix}_${secret}`, prefix, hash: sha256(secret) };
}

/** Takes a key apart. Gives undefined for what cannot be one, such as a key with a typo. */
export function parseKey(key: string): KeyParts | undefined {
  const [, prefix, secret, sum] = KEY.exec(key) ?? [];
  if (prefix === undefined || secret === undefined) return undefined;
  if (sum !== undefined && sum !== checksum(key.slice(0, -CHECKSUM_DIGITS))) return undefined;
  // The checksum is hashed too, so a key that lost it on the way is refused and not taken for an old one.
  return { prefix, hash: sha256(secret) };
}

/** CRC-32 in base 62, always of the same length, as scanners of secrets look for it. */
function checksum(text: string): string {
  let rest = crc32(text);
  let digits = '';
  while (digits.length < CHECKSUM_DIGITS) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

function sha256(text: string): Buffer {
  // By way of hex, which takes half as long: what `hash` would give is memory outside of the heap, anew each time.
  return Buffer.from(hash('sha256', text), 'hex');
}
