-- Logos that clients send by themselves to where the answer says, in three steps: announced, sent, completed.
create table logo_uploads (
  id uuid primary key,
  tenant_id uuid not null references tenants on delete cascade,
  -- As announced; so is what the logo is to be called.
  bytes integer not null,
  sha256 text not null,
  name text,
  metadata jsonb not null default '{}',
  -- Set when it is completed.
  logo_id uuid references logos on delete cascade,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index logo_uploads_open on logo_uploads (tenant_id, expires_at) where logo_id is null;
create index logo_uploads_by_logo on logo_uploads (logo_id);
create index logo_uploads_by_age on logo_uploads (expires_at);
