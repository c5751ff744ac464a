import { ClerkEvent, ClerkIdentityEvent } from '@logomorph/contract/clerk-event.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { FastifyRequest } from 'fastify';
import { Webhook } from 'standardwebhooks';
import Type from 'typebox';
import Value from 'typebox/value';
import type { ServiceDeps } from '../deps.ts';
import { applyIdentityEvent, type IdentityEvent } from '../use-cases/identity-events.ts';
import type { App } from './types.ts';

/** Users come with all of their metadata. */
const BODY_BYTES = 256 * 1024;

/** Of a webhook: the header `svix-id`. */
const Id = Type.String({ pattern: '^[\\x21-\\x7e]{1,255}$' });

const KINDS: Readonly<
  Record<ClerkIdentityEvent['type'], Pick<IdentityEvent, 'type'> & Pick<IdentityEvent['identity'], 'kind'>>
> = {
  'user.created': { kind: 'user', type: 'created' },
  'user.deleted': { kind: 'user', type: 'deleted' },
  'organization.created': { kind: 'organization', type: 'created' },
  'organization.deleted': { kind: 'organization', type: 'deleted' },
};

/**
 * `/webhooks/clerk`: users and organisations that come and go at Clerk. It is there when its secret is set, and is no part of
 * the API's description, for no client calls it.
 */
export async function clerkWebhookRoute(app: App, { config, db }: Pick<ServiceDeps, 'config' | 'db'>): Promise<void> {
  const { oidc, clerkWebhookSecret } = config;
  if (oidc === undefined || clerkWebhookSecret === undefined) return;
  const webhook = new Webhook(clerkWebhookSecret);

  // The signature is over the bytes as they came.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post('/webhooks/clerk', { bodyLimit: BODY_BYTES, schema: { hide: true } }, async (request, reply) => {
    const { id, body } = verified(webhook, request);
    const { type } = parse(ClerkEvent, body);
    if (Object.hasOwn(KINDS, type)) {
      const event = parse(ClerkIdentityEvent, body);
      const { kind, type } = KINDS[event.type];
      await applyIdentityEvent(db, { id, type, identity: { issuer: oidc.issuer, kind, subject: event.data.id } });
    }
    return reply.send({ received: true });
  });
}

/**
 * What Svix, by which Clerk sends, has signed as Standard Webhooks 1.0.0 has it, under headers of its own, and not more than
 * five minutes ago.
 *
 * @throws ProblemError invalid-signature, invalid-request
 */
function verified(webhook: Webhook, { headers, body }: FastifyRequest): { id: string; body: unknown } {
  const signed = {
    'webhook-id': String(headers['svix-id'] ?? ''),
    'webhook-timestamp': String(headers['svix-timestamp'] ?? ''),
    'webhook-signature': String(headers['svix-signature'] ?? ''),
  };
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  try {
    webhook.verify(bytes, signed, { jsonParse: false });
  } catch (cause) {
    const detail = 'svix-id, svix-timestamp and svix-signature do not fit the body';
    throw new ProblemError('invalid-signature', detail, { cause });
  }
  return { id: parse(Id, signed['webhook-id']), body: readJson(bytes) };
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    throw new ProblemError('bad-request', 'The body is no JSON');
  }
}

function parse<Schema extends Type.TSchema>(schema: Schema, value: unknown): Type.Static<Schema> {
  if (Value.Check(schema, value)) return value;
  throw new ProblemError('invalid-request', 'The webhook is not of the form that Clerk documents');
}
