import type { NewWebhookEndpoint } from '@logomorph/contract/webhook.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import { sql } from 'kysely';
import { newWebhookSecret } from '../webhooks/signature.ts';
import { noEndpoint, toEndpoint, type WebhookDeps } from './webhooks.ts';

/** Hours that the secret before still signs after a rotation. */
const OVERLAP_HOURS = 24;

/** How many secrets sign besides the new one and the one before: a header of signatures is not to grow without end. */
const MOST_OLDER = 3;

const OLDER_SECRETS = sql<string>`(
  select coalesce(jsonb_agg(one.value order by one.place), '[]')
  from jsonb_array_elements(
    jsonb_build_array(jsonb_build_object('secret', previous_secret, 'expiresAt', previous_secret_expires_at)) || older_secrets
  ) with ordinality as one (value, place)
  where (one.value ->> 'expiresAt')::timestamptz > now() and one.place <= ${MOST_OLDER}
)`;

/**
 * Gives an endpoint a new secret. The one before signs beside it for a day, and so do those from before that for the rest of
 * theirs: who lost the answer of a rotation rotates again, while receivers still know the first secret alone.
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
        older_secrets: OLDER_SECRETS,
        previous_secret: eb.ref('secret'),
        previous_secret_expires_at: sql`now() + make_interval(hours => ${OVERLAP_HOURS})`,
        secret: secrets.seal(secret, endpointId),
      }))
      .returningAll()
      .executeTakeFirst();
    const rotated = changed ?? noEndpoint();
    await recordAudit(tx, author, { action: 'webhook.secret-rotated', target: { type: 'webhook', id: rotated.id } });
    return rotated;
  });
  return { ...toEndpoint(row), secret };
}
