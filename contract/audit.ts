import Type, { type Static } from 'typebox';
import { CreatedQuery, Page, pageQuery } from './page.ts';
import { LineOfText } from './text.ts';

/** All that is recorded in the audit log, with what it means. Names are never reused or renamed. */
export const AUDIT_ACTIONS = {
  'key.created': 'An API key was created',
  'key.changed': 'An API key was renamed, or its own limit changed',
  'key.rotated': 'An API key was replaced by another',
  'key.revoked': 'An API key was revoked',
  'logo.created': 'A logo was stored',
  'logo.changed': 'The name or the metadata of a logo was changed',
  'logo.quarantined': 'A logo that was held was removed, for a virus scanner had found something in it',
  'logo.deleted': 'A logo was deleted',
  'logo.erased': 'A logo began to be erased, with all that was made of it',
  'logo-upload.created': 'A logo was announced, to be sent by itself',
  'logo-upload.canceled': 'A logo that was announced is not to be sent any more',
  'logo-upload.completed': 'A logo was made of the bytes that were announced',
  'render.created': 'A render, or a batch of them, was asked for',
  'render.changed': 'The metadata of a render, or a batch, was changed',
  'render.canceled': 'A render, or what was left of a batch, was canceled',
  'render.retried': 'A render, or what had failed of a batch, was asked for again',
  'render.deleted': 'A render, or a batch, was deleted with its files',
  'transform.created': 'The signed address of a picture was made',
  'webhook.created': 'A webhook endpoint was created',
  'webhook.changed': 'A webhook endpoint was changed',
  'webhook.disabled': 'A webhook endpoint was disabled by the service',
  'webhook.deleted': 'A webhook endpoint was deleted',
  'webhook.secret-rotated': 'A webhook endpoint got a new secret',
  'webhook.tested': 'A webhook endpoint was sent a test',
  'webhook.replayed': 'A webhook endpoint was sent again what had happened in a range of time',
  'webhook-delivery.replayed': 'A delivery of a webhook was sent again',
  'retention.changed': 'After how many days things are deleted was changed',
  'tenant.created': 'The tenant was made',
  'tenant.changed': 'The weight or the quotas of the tenant were changed',
  'tenant.suspended': 'The tenant was suspended',
  'tenant.resumed': 'The tenant was suspended no longer',
  'tenant.erasure-begun': 'The tenant began to be erased',
} as const;

/** What was done. */
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** Who does something. */
export const AuditActor = Type.Object(
  {
    type: Type.Enum(['key', 'user', 'link', 'operator', 'system'], {
      description:
        'An API key, who signed in, whoever has a signed address, who runs the service, or the service by itself',
    }),
    id: Type.Optional(Type.String({ description: 'Of a key its id, of a user the subject at the identity provider' })),
    prefix: Type.Optional(Type.String({ description: 'Of a key: the part that is no secret' })),
  },
  {
    title: 'AuditActor',
    examples: [{ type: 'key', id: '0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e', prefix: 'lm_0123456789abcdef' }],
  },
);
export type AuditActor = Static<typeof AuditActor>;

/** What something was done to. */
export const AuditTarget = Type.Object({ type: Type.String(), id: Type.String() }, { title: 'AuditTarget' });
export type AuditTarget = Static<typeof AuditTarget>;

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$' });

/** An entry as the description shows it. */
export const AUDIT_EXAMPLE = {
  tenantId: '0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f01',
  seq: 1,
  at: '2026-11-24T08:00:00.250Z',
  actor: { type: 'key', id: '0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f0e', prefix: 'lm_0123456789abcdef' },
  action: 'logo.deleted',
  target: { type: 'logo', id: '0199f0a4-7c10-7a51-8b3e-5d4c3b2a1f02' },
  requestId: '6f2f0cb0-4b3a-4cf1-9d1e-0a2b3c4d5e6f',
  details: {},
  previousHash: '0'.repeat(64),
  hash: '5e8a3ed2a9d7b3a5a1f6f0f6f0b9f7bb1d6d1f0a0a2b3c4d5e6f708192a3b4c5',
};

/** An entry of the audit log, as it is shown, exported and hashed. */
export const AuditEntry = Type.Object(
  {
    tenantId: Type.String({ format: 'uuid' }),
    seq: Type.Integer({ minimum: 1, description: 'Counts the entries of the tenant, from 1 on and without gaps' }),
    at: Type.String({ format: 'date-time' }),
    actor: AuditActor,
    action: Type.String({ description: 'What was done; more may be added' }),
    target: AuditTarget,
    requestId: Type.Optional(Type.String({ description: 'The `Request-Id` of the request that did it' })),
    details: Type.Record(Type.String(), Type.Unknown(), { description: 'What else is to be known; it has no secrets' }),
    previousHash: Type.String({ ...Hash, description: '`hash` of the entry before; 64 zeros in the first one' }),
    hash: Type.String({
      ...Hash,
      description: 'SHA-256 of the entry without this field, as canonical JSON (RFC 8785)',
    }),
  },
  {
    title: 'AuditEntry',
    examples: [AUDIT_EXAMPLE],
  },
);
export type AuditEntry = Static<typeof AuditEntry>;

/** The end of a chain: what has it, can tell whether an export is whole. */
export const AuditHead = Type.Object(
  {
    seq: Type.Integer({ minimum: 0, description: 'How many entries there are' }),
    hash: Type.String({ ...Hash, description: '`hash` of the last one; 64 zeros when there is none' }),
  },
  {
    title: 'AuditHead',
    examples: [{ seq: 1, hash: '5e8a3ed2a9d7b3a5a1f6f0f6f0b9f7bb1d6d1f0a0a2b3c4d5e6f708192a3b4c5' }],
  },
);
export type AuditHead = Static<typeof AuditHead>;

const FILTER = {
  action: Type.Optional(Type.Enum(Object.keys(AUDIT_ACTIONS), { description: 'What was done' })),
  actor: Type.Optional(
    LineOfText(255, { description: 'The id of who did it; without one: `system`, `operator` or `link`' }),
  ),
  target: Type.Optional(LineOfText(255, { description: 'The id of what it was done to' })),
  ...CreatedQuery,
};

/** Which entries are wanted; all when nothing is said. */
export const AuditFilter = Type.Object(FILTER, { additionalProperties: false });
export type AuditFilter = Static<typeof AuditFilter>;

/** The query of the list. Places in it are the numbers of entries. */
export const AuditQuery = Type.Object(
  { ...pageQuery({ pattern: '^[0-9]{1,15}$' }), ...FILTER },
  { additionalProperties: false },
);

/** A page of the list, newest first. */
export const AuditPage = Page(AuditEntry, 'AuditEntryPage', {});
export type AuditPage = Static<typeof AuditPage>;

/** The query of an export. */
export const AuditExportQuery = Type.Object(
  {
    after: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: Number.MAX_SAFE_INTEGER,
        description: '`seq` of the last entry that is there already',
      }),
    ),
  },
  { additionalProperties: false },
);
