import type { WebhookAttempt } from '@logomorph/contract/webhook-delivery.ts';
import type { Outbound } from '@logomorph/core/outbound-http/outbound.ts';
import { OutboundError, type OutboundFailure } from '@logomorph/core/outbound-http/outbound-error.ts';
import type { SecretBox } from '@logomorph/core/secret-box.ts';
import { traceHeaders } from '@logomorph/core/trace-context.ts';
import type { ClaimedDelivery } from './claim.ts';
import { toPayload } from './payload.ts';
import { readRetryAfter } from './retry.ts';
import { signWebhook } from './signature.ts';

/** Milliseconds that an endpoint has for its whole answer. */
const TIMEOUT = 15_000;

/** Bytes of its body that are kept. */
const BODY_BYTES = 1024;

/** What became of one sending. */
export interface Sent {
  outcome: 'succeeded' | 'rejected' | OutboundFailure;
  attempt: WebhookAttempt;
  /** Seconds that the endpoint asked to be left alone. */
  retryAfter: number;
}

/** What sending needs. */
export interface Sender {
  secrets: SecretBox;
  outbound: Outbound;
}

/**
 * Sends a delivery, once, with the headers of Standard Webhooks 1.0.0 its number in `webhook-sequence`, and the
 * trace of the request that it comes of.
 * @throws an error when its secret cannot be read: that is not the endpoint's fault
 */
export async function send(
  { secrets, outbound }: Sender,
  delivery: ClaimedDelivery,
  signal: AbortSignal,
): Promise<Sent> {
  // It is sent at once, and receivers refuse what a machine with a wrong clock would sign.
  const { taken_at: at } = delivery;
  const timestamp = Math.floor(at.getTime() / 1000);
  const body = JSON.stringify(toPayload(delivery));
  const signature = signWebhook(secretsOf(secrets, delivery, at), delivery.event_id, timestamp, body);
  const start = performance.now();
  const made = (more: Partial<WebhookAttempt>): WebhookAttempt => {
    const durationMs = Math.round(performance.now() - start);
    return { at: at.toISOString(), url: delivery.url, durationMs, ...more };
  };
  try {
    const answer = await outbound.send({
      url: delivery.url,
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'user-agent': 'LogoMorph-Webhooks',
        'webhook-id': delivery.event_id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature,
        'webhook-sequence': delivery.sequence,
        ...traceHeaders(delivery.origin),
      },
      body,
      timeout: TIMEOUT,
      signal,
      maxBytes: BODY_BYTES,
      overflow: 'cut',
      maxRedirects: 0,
    });
    return {
      outcome: answer.status >= 200 && answer.status < 300 ? 'succeeded' : 'rejected',
      attempt: made({ status: answer.status, body: toText(answer.body) }),
      retryAfter: readRetryAfter(answer.headers['retry-after'], at),
    };
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    return { outcome: error.failure, attempt: made({ error: describe(error) }), retryAfter: 0 };
  }
}

/** The secret, and those before that are still good. */
function secretsOf(box: SecretBox, delivery: ClaimedDelivery, at: Date): string[] {
  const { secret, previous_secret: previous, previous_secret_expires_at: end, older_secrets: older } = delivery;
  const stillGood = older.filter(({ expiresAt }) => new Date(expiresAt) > at).map((one) => one.secret);
  const sealed = previous !== null && end !== null && end > at ? [secret, previous, ...stillGood] : [secret];
  return sealed.map((text) => box.open(text, delivery.endpoint_id));
}

/** Text for people, less the one character that Postgres keeps in no text. */
function toText(bytes: Buffer): string {
  return bytes.toString('utf8').replaceAll('\0', '\uFFFD');
}

function describe({ failure, message }: OutboundError): string {
  return failure === 'refused' ? `The URL ${message}` : message;
}
