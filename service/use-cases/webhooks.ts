import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { NewWebhookEndpoint, WebhookEndpoint, WebhookEndpointRequest } from '@logomorph/contract/webhook.ts';
import { type Author, recordAudit } from '@logomorph/core/audit.ts';
import type { Database, DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import type { Outbound } from '@logomorph/core/outbound-http/outbound.ts';
import { OutboundError } from '@logomorph/core/outbound-http/outbound-error.ts';
import type { SecretBox } from '@logomorph/core/secret-box.ts';
import type { Selectable } from 'kysely';
import { v7 as uuid } from 'uuid';
import { invalidRequest } from '../validation.ts';
import { newWebhookSecret } from '../webhooks/signature.ts';
import { type PageRequest, paged, toPage } from './page.ts';
import { lockTenant } from './tenants.ts';

type EndpointRow = Selectable<Tables['webhook_endpoints']>;

/** What is needed to make an endpoint. */
export interface WebhookDeps {
  db: Database;
  secrets: SecretBox;
  outbound: Outbound;
}

/**
 * Makes an endpoint. Its secret is in the answer alone: what is stored is encrypted.
 * @throws ProblemError invalid-request for a URL that may not be sent to, too-many-webhooks
 */
export async function createEndpoint(
  { db, secrets, outbound }: WebhookDeps,
  author: Author,
  { url, description, events = ['*'] }: WebhookEndpointRequest,
): Promise<NewWebhookEndpoint> {
  const { tenantId } = author;
  checkUrl(outbound, url);
  const id = uuid();
  const secret = newWebhookSecret();
  const row = await db.transaction().execute(async (tx) => {
    // Under the tenant's lock, since two at once could both be the last that the limit allows.
    await lockTenant(tx, tenantId);
    const { count } = await tx
      .selectFrom('webhook_endpoints')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= LIMITS.webhookEndpoints) {
      throw new ProblemError('too-many-webhooks', `There may be ${LIMITS.webhookEndpoints} endpoints`);
    }
    await recordAudit(tx, author, {
      action: 'webhook.created',
      target: { type: 'webhook', id },
      details: { events },
    });
    return tx
      .insertInto('webhook_endpoints')
      .values({
        id,
        tenant_id: tenantId,
        url,
        description: description ?? null,
        events,
        secret: secrets.seal(secret, id),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
  return { ...toEndpoint(row), secret };
}

/** The endpoints of a tenant, newest first. */
export async function listEndpoints(db: Database, tenantId: string, page: PageRequest) {
  const query = db.selectFrom('webhook_endpoints').selectAll().where('tenant_id', '=', tenantId);
  const rows = await paged(query, page).execute();
  return toPage(rows.map(toEndpoint), page);
}

/** @throws ProblemError not-found */
export async function readEndpoint(db: Database, tenantId: string, endpointId: string): Promise<WebhookEndpoint> {
  const row = await db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', endpointId)
    .executeTakeFirst();
  return toEndpoint(row ?? noEndpoint());
}

/**
 * Locks an endpoint, before anything of its deliveries is: whoever needs both takes them in this order.
 * @throws ProblemError not-found
 */
export async function lockEndpoint(
  tx: DatabaseTransaction,
  tenantId: string,
  endpointId: string,
): Promise<EndpointRow> {
  const row = await tx
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', endpointId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? noEndpoint();
}

/** @throws ProblemError not-found */
export function noEndpoint(): never {
  throw new ProblemError('not-found', 'There is no such webhook endpoint');
}

/** @throws ProblemError invalid-request, with the rule that the URL breaks */
export function checkUrl(outbound: Outbound, url: string): void {
  try {
    outbound.check(url);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw invalidRequest('body', [{ pointer: '/url', detail: error.message }]);
  }
}

/** An endpoint as clients see it. */
export function toEndpoint(row: EndpointRow): WebhookEndpoint {
  return {
    id: row.id,
    url: row.url,
    ...(row.description === null ? {} : { description: row.description }),
    events: row.events,
    enabled: row.enabled,
    ...(row.disabled_reason === null ? {} : { disabledReason: row.disabled_reason }),
    ...(row.disabled_at === null ? {} : { disabledAt: row.disabled_at.toISOString() }),
    ...(row.failing_since === null ? {} : { failingSince: row.failing_since.toISOString() }),
    createdAt: row.created_at.toISOString(),
  };
}
