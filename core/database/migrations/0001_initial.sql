create table tenants (
  id uuid primary key,
  name text not null unique,
  created_at timestamptz not null default now()
);

-- The secret part of a key is kept as its SHA-256 only; its entropy makes a slow hash needless.
create table api_keys (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  name text not null,
  prefix text not null unique,
  hash bytea not null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index api_keys_by_tenant on api_keys (tenant_id, id desc);

create table logos (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  sha256 text not null,
  format text not null,
  bytes integer not null,
  created_at timestamptz not null default now(),
  unique (tenant_id, sha256)
);

create table renders (
  id uuid primary key,
  tenant_id uuid not null references tenants,
  logo_id uuid not null references logos,
  recipe jsonb not null,
  state text not null check (state in ('queued', 'running', 'succeeded', 'failed')),
  -- Counts claims by workers; a finish that names another attempt is of a worker that was given up.
  attempt integer not null default 0,
  -- Claims that ended in nothing: not finished, and not given back by a worker that lived.
  interruptions integer not null default 0,
  error jsonb,
  created_at timestamptz not null default now(),
  enqueued_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz
);
create index renders_by_tenant on renders (tenant_id, id desc);
create index renders_unfinished on renders (created_at) where state in ('queued', 'running');

create table render_outputs (
  render_id uuid not null references renders on delete cascade,
  name text not null,
  position integer not null,
  media_type text not null,
  bytes integer not null,
  sha256 text not null,
  width integer,
  height integer,
  object_key text not null,
  primary key (render_id, name)
);

-- `subject` is the output's name for an `output` event and empty for the others: each event happens once.
create table render_events (
  render_id uuid not null references renders on delete cascade,
  seq integer not null,
  type text not null,
  subject text not null default '',
  data jsonb not null,
  at timestamptz not null default now(),
  primary key (render_id, seq),
  unique (render_id, type, subject)
);

-- Renders that are committed and not yet handed to the queue.
create table outbox (
  id bigint generated always as identity primary key,
  render_id uuid not null references renders on delete cascade,
  created_at timestamptz not null default now()
);
create index outbox_by_render on outbox (render_id);
