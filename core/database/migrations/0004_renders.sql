-- A wider check; it holds for all rows there are, so none is looked at.
alter table renders drop constraint renders_state_check;
alter table renders add constraint renders_state_check
  check (state in ('queued', 'running', 'succeeded', 'failed', 'canceled')) not valid;

-- Objects that something referred to and may not any more. They are removed later, unless they are made again by then.
create table discarded_objects (
  object_key text collate "C" primary key,
  discarded_at timestamptz not null default now()
);
create index discarded_objects_by_age on discarded_objects (discarded_at);
create index render_outputs_by_object on render_outputs (object_key);

-- What was asked under a client's key, and what was answered (draft-ietf-httpapi-idempotency-key-header).
create table idempotency_keys (
  tenant_id uuid not null references tenants on delete cascade,
  key text not null,
  -- SHA-256 of method, address and body.
  fingerprint text not null,
  -- Of the request that is at it; one that takes the key over from a process that died has another.
  claim uuid not null,
  claimed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  -- All null until it is answered. An answer with a secret is not kept: it has a status and no headers.
  status integer,
  headers jsonb,
  body text,
  primary key (tenant_id, key)
);
create index idempotency_keys_by_age on idempotency_keys (created_at);

-- Lists of renders are newest first, which is the order of their ids.
create index renders_by_state on renders (tenant_id, state, id desc);
create index renders_by_logo on renders (tenant_id, logo_id, id desc);
create index renders_by_type on renders (tenant_id, (recipe ->> 'type'), id desc);

alter table renders add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high'));

-- Counts up with each retry that a client asks for. Subjects of events begin with it from the second run on, so that what
-- happens once in each run stays unique.
alter table renders add column run integer not null default 1;
