import type { NewWebhookEndpoint } from '@logomorph/contract/webhook.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import { sql } from 'kysely';
import { newWebhookSecret } from '../webhooks/signature.ts';
import { noEndpoint, toEndpoint, type WebhookDeps } from './webhooks.ts';

/** Hours that the secret before still signs after a rotation. */
const OVERLAP_HOURS = 24;

/**
 * Gives an endpoint a new secret. The one before signs beside it for a day; one that did so until now signs no more.
 * @throws ProblemError not-found
 */
export async function rotateSecret(
  { db, secrets }: Pick<WebhookDeps, 'db' | 'secrets'>,
  author: Author,
  endpointId: string,
): Promise<NewWebhookEndpoint> {
  const secret = newWebhookSecret();
  const row = await db.transaction().execute(async (tx) => {
    const changed = await tx
      .updateTable('webhook_endpoints')
      .where('tenant_id', '=', author.tenantId)
      .where('id', '=', endpointId)
      .set((eb) => ({
        previous_secret: eb.ref('secret'),
        previous_secret_expires_at: sql`now() + make_interval(hours => ${OVERLAP_HOURS})`,
        secret: secrets.seal(secret, endpointId.toLowerCase()),
      }))
      .returningAll()
      .executeTakeFirst();
    const rotated = changed ?? noEndpoint();
    await recordAudit(tx, author, { action: 'webhook.secret-rotated', target: { type: 'webhook', id: rotated.id } });
    return rotated;
  });
  return { ...toEndpoint(row), secret };
}
