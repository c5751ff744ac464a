import type { Scope } from '@logomorph/contract/api-key.ts';
import type { LogoFormat } from '@logomorph/contract/logo.ts';
import type { Problem } from '@logomorph/contract/problem-document.ts';
import type { Recipe } from '@logomorph/contract/recipe/recipe.ts';
import type { RenderState } from '@logomorph/contract/render.ts';
import type { RenderEventType } from '@logomorph/contract/render-event.ts';
import type { Generated, JSONColumnType, Kysely, Transaction } from 'kysely';

/** The tables, as the migrations make them. Columns that the database fills are `Generated`. */
export interface Tables {
  tenants: { id: string; name: string; created_at: Generated<Date> };
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
  logos: {
    id: string;
    tenant_id: string;
    sha256: string;
    format: LogoFormat;
    bytes: number;
    created_at: Generated<Date>;
  };
  renders: {
    id: string;
    tenant_id: string;
    /** Null of a batch, which stands for its children. */
    logo_id: string | null;
    to_logo_id: Generated<string | null>;
    parent_id: Generated<string | null>;
    recipe: JSONColumnType<Recipe>;
    state: RenderState;
    attempt: Generated<number>;
    interruptions: Generated<number>;
    run: Generated<number>;
    error: JSONColumnType<Problem> | null;
    warnings: Generated<string[] | null>;
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
  idempotency_keys: {
    tenant_id: string;
    key: string;
    fingerprint: string;
    claim: string;
    claimed_at: Generated<Date>;
    created_at: Generated<Date>;
    /** The answer, once there is one; without headers when it is not kept. */
    status: Generated<number | null>;
    headers: JSONColumnType<Record<string, string>> | null;
    body: Generated<string | null>;
  };
  outbox: { id: Generated<string>; render_id: string; created_at: Generated<Date> };
}

export type Database = Kysely<Tables>;
export type DatabaseTransaction = Transaction<Tables>;
