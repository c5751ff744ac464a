import type { WebhookPayload } from './api-types.ts';

/** What a webhook came with. */
export interface ReceivedWebhook {
  /** The endpoint's secret, `whsec_…`. */
  secret: string;
  headers: Headers | Readonly<Record<string, string | readonly string[] | undefined>>;
  /** As it came: parsed and written anew it is another text. */
  body: string | Uint8Array;
  /** How old it may be, or how far in the future by another clock. */
  toleranceSeconds?: number;
  /** In milliseconds since 1970. */
  now?: number;
}

/**
 * The event that a webhook tells of, once its signature (Standard Webhooks 1.0.0) is checked.
 *
 * @throws an Error when the webhook is not the API's, or too old
 */
export async function verifyWebhook({
  secret,
  headers,
  body,
  toleranceSeconds = 300,
  now = Date.now(),
}: ReceivedWebhook): Promise<WebhookPayload> {
  // In JavaScript they may be what a framework has parsed, and an environment variable that is not set.
  if (typeof body !== 'string' && !('byteLength' in Object(body)))
    throw new TypeError('body is the text or the bytes of the webhook as they came, and nothing that is parsed');
  const secretBytes = typeof secret === 'string' ? fromBase64(secret.replace(/^whsec_/, '')) : new Uint8Array();
  if (secretBytes.length === 0) throw new TypeError('secret is that of the endpoint, which begins with whsec_');
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(headers, name),
  );
  if (!id || !timestamp || !signatures) throw new Error('The webhook is not signed');
  const age = Math.abs(now / 1000 - Number(timestamp));
  if (!(age <= toleranceSeconds)) throw new Error('The webhook is too old, or of another time');
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body);
  const key = await crypto.subtle.importKey('raw', secretBytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const signed = new TextEncoder().encode(`${id}.${timestamp}.${text}`);
  for (const signature of signatures.split(' ')) {
    const [version, value] = signature.split(',');
    // It compares in constant time.
    if (version === 'v1' && value && (await crypto.subtle.verify('HMAC', key, fromBase64(value), signed))) {
      return payloadOf(text);
    }
  }
  throw new Error('The signature of the webhook is wrong');
}

function headerOf(headers: ReceivedWebhook['headers'], name: string): string | undefined {
  if (headers instanceof Headers) return headers.get(name) ?? undefined;
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' ? value : value?.[0];
}

/** What is no base64 gives no bytes, which no signature has. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

function payloadOf(text: string): WebhookPayload {
  const payload: unknown = JSON.parse(text);
  if (!isPayload(payload)) throw new Error('The webhook is signed, but tells of no event');
  return payload;
}

function isPayload(payload: unknown): payload is WebhookPayload {
  return typeof payload === 'object' && payload !== null && 'type' in payload && 'data' in payload;
}
