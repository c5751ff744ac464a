import { createHmac, randomBytes } from 'node:crypto';

/** Standard Webhooks 1.0.0, "Signature scheme": how a symmetric secret is told from others. */
const PREFIX = 'whsec_';

/** From 24 to 64 are allowed. */
const SECRET_BYTES = 32;

/** A new secret to sign with. */
export function newWebhookSecret(): string {
  return `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/**
 * The header `webhook-signature` (Standard Webhooks 1.0.0): one signature for each secret, so that a receiver may know
 * any of them.
 *
 * @param timestamp in seconds since 1970, as it is in the header `webhook-timestamp`
 */
export function signWebhook(secrets: readonly string[], id: string, timestamp: number, body: string): string {
  return secrets
    .map((secret) => {
      const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
