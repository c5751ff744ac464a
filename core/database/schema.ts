import type { Scope } from '@logomorph/contract/api-key.ts';
import type { AuditActor } from '@logomorph/contract/audit.ts';
import type { ErasureState, ErasureSubject } from '@logomorph/contract/erasure.ts';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { Problem } from '@logomorph/contract/problem-document.ts';
import type { QuotaOverrides } from '@logomorph/contract/quota.ts';
import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { Priority, RenderState } from '@logomorph/contract/render.ts';
import type { RenderEventType } from '@logomorph/contract/render-event.ts';
import type { RetentionPatch } from '@logomorph/contract/retention.ts';
import type { DisabledReason, WebhookFilter } from '@logomorph/contract/webhook.ts';
import type {
  DeliveryState,
  WebhookAttempt,
  WebhookPayload,
  WebhookType,
} from '@logomorph/contract/webhook-delivery.ts';
import type { ColumnType, Generated, JSONColumnType, Kysely, Transaction } from 'kysely';
import type { Origin } from '../trace-context.ts';

/** The tables, as the migrations make them. Columns that the database fills are `Generated`. */
export interface Tables {
  tenants: {
    id: string;
    name: string;
    weight: Generated<number>;
    turn: Generated<number>;
    quotas: ColumnType<QuotaOverrides, string | undefined, string>;
    /** What it keeps for some days only. */
    retention: ColumnType<RetentionPatch, string | undefined, string>;
    created_at: Generated<Date>;
    /** Since when its keys and tokens are refused, and its renders wait. */
    suspended_at: Generated<Date | null>;
    /** From when on it is as good as gone. */
    erased_at: Generated<Date | null>;
  };
  api_keys: {
    id: string;
    tenant_id: string;
    name: string;
    prefix: string;
    hash: Buffer;
    scopes: Scope[];
    requests_per_minute: Generated<number | null>;
    created_at: Generated<Date>;
    expires_at: Generated<Date | null>;
    last_used_at: Generated<Date | null>;
    revoked_at: Generated<Date | null>;
  };
  identities: {
    issuer: string;
    kind: 'user' | 'organization';
    subject: string;
    /** Null once the provider has deleted it. */
    tenant_id: Generated<string | null>;
    created_at: Generated<Date>;
    deleted_at: Generated<Date | null>;
  };
  received_webhooks: { id: string; received_at: Generated<Date> };
  logos: {
    id: string;
    tenant_id: string;
    sha256: string;
    format: LogoFormat;
    bytes: number;
    width: Generated<number | null>;
    height: Generated<number | null>;
    name: Generated<string | null>;
    metadata: ColumnType<Record<string, string>, string | undefined, string>;
    object_key: Generated<string | null>;
    /** Pending while it is held until it is scanned. */
    scan: Generated<'pending' | null>;
    scan_due_at: Generated<Date | null>;
    scan_attempts: Generated<number>;
    created_at: Generated<Date>;
    /** When it was last sent again, or a render of it that is deleted now was finished; null when it never was. */
    used_at: Generated<Date | null>;
  };
  quarantined_logos: {
    tenant_id: string;
    sha256: string;
    signature: string;
    logo_id: string | null;
    found_at: Generated<Date>;
  };
  logo_uploads: {
    id: string;
    tenant_id: string;
    bytes: number;
    sha256: string;
    name: string | null;
    metadata: ColumnType<Record<string, string>, string | undefined, string>;
    logo_id: string | null;
    created_at: Generated<Date>;
    expires_at: Date;
  };
  renders: {
    id: string;
    tenant_id: string;
    /** Null of a batch, which stands for its children. */
    logo_id: string | null;
    to_logo_id: Generated<string | null>;
    parent_id: Generated<string | null>;
    recipe: JSONColumnType<Recipe>;
    /** Of a render that the address of a transform asked for: the SHA-256 of its recipe, which a logo has once. */
    transform: Generated<string | null>;
    state: RenderState;
    attempt: Generated<number>;
    interruptions: Generated<number>;
    run: Generated<number>;
    priority: Generated<Priority>;
    error: JSONColumnType<Problem> | null;
    warnings: Generated<string[] | null>;
    /** Under what its files are stored; null before its worker stores any. */
    content_key: Generated<string | null>;
    /** The request that asked for it or for its last run; null of one from before this was kept. */
    origin: JSONColumnType<Origin> | null;
    metadata: ColumnType<Record<string, string>, string | undefined, string>;
    created_at: Generated<Date>;
    enqueued_at: Generated<Date | null>;
    started_at: Generated<Date | null>;
    finished_at: Generated<Date | null>;
  };
  render_outputs: {
    render_id: string;
    name: string;
    position: number;
    media_type: string;
    bytes: number;
    sha256: string;
    width: number | null;
    height: number | null;
    object_key: string;
  };
  render_events: {
    render_id: string;
    seq: number;
    type: RenderEventType;
    subject: Generated<string>;
    data: JSONColumnType<object>;
    at: Generated<Date>;
  };
  webhook_endpoints: {
    id: string;
    tenant_id: string;
    url: string;
    description: string | null;
    events: WebhookFilter[];
    enabled: Generated<boolean>;
    disabled_reason: Generated<DisabledReason | null>;
    disabled_at: Generated<Date | null>;
    failing_since: Generated<Date | null>;
    secret: string;
    previous_secret: Generated<string | null>;
    previous_secret_expires_at: Generated<Date | null>;
    /** Those from before the previous one, newest first. */
    older_secrets: ColumnType<{ secret: string; expiresAt: string }[], undefined, string>;
    sequence: Generated<string>;
    created_at: Generated<Date>;
  };
  webhook_events: {
    id: Generated<string>;
    tenant_id: string;
    type: WebhookType;
    render_id: string | null;
    /** Of the render, when it ended so. */
    run: Generated<number>;
    data: JSONColumnType<WebhookPayload['data']>;
    /** The request behind it; null where there is none. */
    origin: JSONColumnType<Origin> | null;
    created_at: Generated<Date>;
    fanned_out_at: Generated<Date | null>;
  };
  webhook_deliveries: {
    id: string;
    endpoint_id: string;
    event_id: string;
    sequence: string;
    state: Generated<DeliveryState>;
    due_at: Generated<Date | null>;
    taken: Generated<number>;
    failures: Generated<number>;
    attempts: ColumnType<WebhookAttempt[], string | undefined, string>;
    created_at: Generated<Date>;
  };
  discarded_objects: { object_key: string; discarded_at: Generated<Date> };
  idempotency_keys: {
    tenant_id: string;
    key: string;
    /** Of the request with its JSON as it came. */
    fingerprint: string;
    /** With its JSON in its one canonical form; null where the version before took the key. */
    canonical_fingerprint: Generated<string | null>;
    claim: string;
    claimed_at: Generated<Date>;
    created_at: Generated<Date>;
    /** The answer, once there is one; without headers when it is not kept. */
    status: Generated<number | null>;
    headers: JSONColumnType<Record<string, string>> | null;
    body: Generated<string | null>;
  };
  usage_days: {
    tenant_id: string;
    day: Date;
    /** Empty in the row that counts logos. */
    recipe_type: string;
    succeeded: Generated<string>;
    failed: Generated<string>;
    canceled: Generated<string>;
    output_pixels: Generated<string>;
    output_bytes: Generated<string>;
    logos_uploaded: Generated<string>;
  };
  erasures: {
    id: string;
    tenant_id: string;
    subject_type: ErasureSubject['type'];
    subject_id: string;
    state: Generated<ErasureState>;
    /** Null of one that has succeeded. */
    due_at: Generated<Date | null>;
    requested_by: Generated<string>;
    /** From when on nothing that was under way can store anything any more; known once it is begun. */
    settles_at: Generated<Date | null>;
    /** Until when clients may still send bytes of it. */
    late_until: Generated<Date | null>;
    erased: ColumnType<Record<string, number>, string | undefined, string>;
    objects: Generated<string>;
    bytes: Generated<string>;
    created_at: Generated<Date>;
    started_at: Generated<Date | null>;
    finished_at: Generated<Date | null>;
    /** A JWS (RFC 7515). */
    receipt: Generated<string | null>;
  };
  erasure_objects: {
    erasure_id: string;
    /** What the keys of objects begin with. */
    object_key: string;
    outcome: Generated<'removed' | 'kept' | null>;
    looked_at: Generated<Date | null>;
    kept: Generated<number>;
  };
  counters: { tenant_id: string; name: string; day: Generated<Date>; value: string };
  counter_changes: { id: Generated<string>; tenant_id: string; name: string; day: Generated<Date>; change: string };
  audit_pending: { id: Generated<string>; at: Generated<Date> } & AuditColumns;
  audit_entries: { seq: string; at: Date; previous_hash: string; hash: string } & AuditColumns;
  audit_heads: { tenant_id: string; seq: string; hash: string };
}

interface AuditColumns {
  tenant_id: string;
  actor: JSONColumnType<AuditActor>;
  action: string;
  target_type: string;
  target_id: string;
  request_id: string | null;
  details: JSONColumnType<Record<string, unknown>>;
}

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;
