import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type {
  NewWebhookEndpoint,
  WebhookEndpoint,
  WebhookEndpointPatch,
  WebhookEndpointRequest,
} from '@logomorph/contract/webhook.ts';
import type { Database, DatabaseTransaction, Tables } from '@logomorph/core/database/schema.ts';
import type { Outbound } from '@logomorph/core/outbound-http/outbound.ts';
import { OutboundError } from '@logomorph/core/outbound-http/outbound-error.ts';
import type { SecretBox } from '@logomorph/core/secret-box.ts';
import { type Selectable, sql } from 'kysely';
import { v7 as uuid } from 'uuid';
import { invalidRequest } from '../validation.ts';
import { disableEndpoint } from '../webhooks/disable.ts';
import { newWebhookSecret } from '../webhooks/signature.ts';
import { type PageRequest, toPage } from './page.ts';

/** Hours that the secret before still signs after a rotation. */
const OVERLAP_HOURS = 24;

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
  tenantId: string,
  { url, description, events = ['*'] }: WebhookEndpointRequest,
): Promise<NewWebhookEndpoint> {
  checkUrl(outbound, url);
  const id = uuid();
  const secret = newWebhookSecret();
  const row = await db.transaction().execute(async (tx) => {
    // Under the tenant's lock, since two at once could both be the last that the limit allows.
    await tx.selectFrom('tenants').select('id').where('id', '=', tenantId).forNoKeyUpdate().execute();
    const { count } = await tx
      .selectFrom('webhook_endpoints')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow();
    if (Number(count) >= LIMITS.webhookEndpoints) {
      throw new ProblemError('too-many-webhooks', `There may be ${LIMITS.webhookEndpoints} endpoints`);
    }
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
export async function listEndpoints(db: Database, tenantId: string, { limit, cursor }: PageRequest) {
  const rows = await db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .$if(cursor !== undefined, (query) => query.where('id', '<', cursor ?? ''))
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute();
  return toPage(rows.map(toEndpoint), limit);
}

/** @throws ProblemError not-found */
export async function readEndpoint(db: Database, tenantId: string, endpointId: string): Promise<WebhookEndpoint> {
  const row = await db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', endpointId)
    .executeTakeFirst();
  return toEndpoint(row ?? none());
}

/**
 * Changes an endpoint. Disabling ends what is on the way to it; enabling forgets why it was disabled.
 * @throws ProblemError not-found, invalid-request for a URL that may not be sent to
 */
export async function changeEndpoint(
  { db, outbound }: Pick<WebhookDeps, 'db' | 'outbound'>,
  tenantId: string,
  endpointId: string,
  { url, description, events, enabled }: WebhookEndpointPatch,
): Promise<WebhookEndpoint> {
  if (url !== undefined) checkUrl(outbound, url);
  const row = await db.transaction().execute(async (tx) => {
    await lockEndpoint(tx, tenantId, endpointId);
    if (enabled === false) await disableEndpoint(tx, endpointId, null);
    return tx
      .updateTable('webhook_endpoints')
      .where('id', '=', endpointId)
      .set({
        // A column set to itself, for there may be nothing else to set.
        id: endpointId,
        ...(url === undefined ? {} : { url }),
        ...(description === undefined ? {} : { description }),
        ...(events === undefined ? {} : { events }),
        ...(enabled ? { enabled, disabled_reason: null, disabled_at: null, failing_since: null } : {}),
      })
      .returningAll()
      .executeTakeFirstOrThrow();
  });
  return toEndpoint(row);
}

/**
 * Deletes an endpoint with its deliveries.
 * @throws ProblemError not-found
 */
export async function deleteEndpoint(db: Database, tenantId: string, endpointId: string): Promise<void> {
  const { numDeletedRows } = await db
    .deleteFrom('webhook_endpoints')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', endpointId)
    .executeTakeFirst();
  if (numDeletedRows === 0n) none();
}

/**
 * Gives an endpoint a new secret. The one before signs beside it for a day; one that did so until now signs no more.
 * @throws ProblemError not-found
 */
export async function rotateSecret(
  { db, secrets }: Pick<WebhookDeps, 'db' | 'secrets'>,
  tenantId: string,
  endpointId: string,
): Promise<NewWebhookEndpoint> {
  const secret = newWebhookSecret();
  const row = await db
    .updateTable('webhook_endpoints')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', endpointId)
    .set((eb) => ({
      previous_secret: eb.ref('secret'),
      previous_secret_expires_at: sql`now() + make_interval(hours => ${OVERLAP_HOURS})`,
      secret: secrets.seal(secret, endpointId.toLowerCase()),
    }))
    .returningAll()
    .executeTakeFirst();
  return { ...toEndpoint(row ?? none()), secret };
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
  return row ?? none();
}

function none(): never {
  throw new ProblemError('not-found', 'There is no such webhook endpoint');
}

function checkUrl(outbound: Outbound, url: string): void {
  try {
    outbound.check(url);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw invalidRequest('body', [{ pointer: '/url', detail: error.message }]);
  }
}

function toEndpoint(row: EndpointRow): WebhookEndpoint {
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
