-- From when on a tenant is as good as gone: what is left of it is being erased. The column is empty, so no row is rewritten.
alter table tenants add column erased_at timestamptz;

-- Wishes that a logo, or a whole tenant, is erased, and what became of them. They outlive what they are about, so nothing is
-- referred to.
create table erasures (
  id uuid primary key,
  tenant_id uuid not null,
  subject_type text not null check (subject_type in ('logo', 'tenant')),
  subject_id uuid not null,
  state text not null default 'pending' check (state in ('pending', 'running', 'succeeded')),
  -- From when on a process may take it, while it is not finished. Taking it moves this on, by more than a page of it takes.
  due_at timestamptz default now(),
  -- Rows that were erased, by table.
  erased jsonb not null default '{}',
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  -- Signed: a JWS (RFC 7515), of which the payload has all that is to be known.
  receipt text,
  unique (subject_type, subject_id),
  check ((state = 'succeeded') = (due_at is null))
);
create index erasures_by_tenant on erasures (tenant_id, id desc);
create index erasures_due on erasures (due_at) where due_at is not null;

-- The objects of an erasure under way: names may tell of a client, so they go when it is finished.
create table erasure_objects (
  erasure_id uuid not null references erasures on delete cascade,
  object_key text collate "C" not null,
  -- Kept is what other renders have too.
  outcome text check (outcome in ('removed', 'kept')),
  primary key (erasure_id, object_key)
);
create index erasure_objects_left on erasure_objects (erasure_id, object_key) where outcome is null;
