create table webhook_endpoints (
  id uuid primary key,
  tenant_id uuid not null references tenants on delete cascade,
  url text not null,
  description text,
  -- Types of events; '*' stands for all.
  events text[] not null,
  enabled boolean not null default true,
  disabled_reason text check (disabled_reason in ('gone', 'failing')),
  disabled_at timestamptz,
  -- Since when all attempts have failed.
  failing_since timestamptz,
  -- Sealed: the identity of the key, and what is encrypted with it.
  secret text not null,
  -- Signs as well until its time is over.
  previous_secret text,
  previous_secret_expires_at timestamptz,
  -- The number of the last event that is for the endpoint.
  sequence bigint not null default 0,
  created_at timestamptz not null default now()
);
create index webhook_endpoints_by_tenant on webhook_endpoints (tenant_id, id desc);

-- What happened. A run of a render ends once, so there is one event of its end.
create table webhook_events (
  id uuid primary key default gen_random_uuid(),
  tenant_id uuid not null references tenants on delete cascade,
  type text not null,
  render_id uuid references renders on delete cascade,
  -- A render that is made again ends again, in another run.
  run integer not null default 1,
  data jsonb not null,
  -- Not the transaction's time: the last render of a batch and the batch end in one.
  created_at timestamptz not null default clock_timestamp(),
  -- When it was given to the endpoints that want it.
  fanned_out_at timestamptz
);
create unique index webhook_events_by_render on webhook_events (render_id, type, run);
create index webhook_events_to_fan_out on webhook_events (created_at) where fanned_out_at is null;
create index webhook_events_by_tenant on webhook_events (tenant_id, created_at);
create index webhook_events_by_age on webhook_events (created_at);

create table webhook_deliveries (
  id uuid primary key,
  endpoint_id uuid not null references webhook_endpoints on delete cascade,
  event_id uuid not null references webhook_events on delete cascade,
  sequence bigint not null,
  state text not null default 'pending' check (state in ('pending', 'succeeded', 'failed')),
  -- Of a pending one: from when on it may be taken. Taking it moves this on, by as long as it may take.
  due_at timestamptz default now(),
  -- Counts takings; an outcome that names another number is of a process that was given up.
  taken integer not null default 0,
  -- Failures since it was made or replayed.
  failures integer not null default 0,
  -- The last attempts, in order.
  attempts jsonb not null default '[]',
  created_at timestamptz not null default now(),
  unique (endpoint_id, event_id),
  check ((state = 'pending') = (due_at is not null))
);
create index webhook_deliveries_due on webhook_deliveries (due_at) where due_at is not null;
create index webhook_deliveries_by_endpoint on webhook_deliveries (endpoint_id, id desc);
create index webhook_deliveries_by_event on webhook_deliveries (event_id);
