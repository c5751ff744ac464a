-- What was done through a tenant, before it is in the chain. Each is a row that nobody waits for, and that refers to no
-- tenant, which each transaction would have to lock.
create table audit_pending (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  at timestamptz(3) not null default now(),
  actor jsonb not null,
  action text not null,
  target_type text not null,
  target_id text not null,
  request_id text,
  details jsonb not null
);
create index audit_pending_by_tenant on audit_pending (tenant_id, id);

-- The chain of each tenant: every entry has the hash of the one before it.
create table audit_entries (
  tenant_id uuid not null references tenants on delete cascade,
  seq bigint not null check (seq > 0),
  at timestamptz(3) not null,
  actor jsonb not null,
  action text not null,
  target_type text not null,
  target_id text not null,
  request_id text,
  details jsonb not null,
  previous_hash text not null,
  hash text not null,
  primary key (tenant_id, seq)
);
create index audit_entries_by_action on audit_entries (tenant_id, action, seq desc);
create index audit_entries_by_target on audit_entries (tenant_id, target_id, seq desc);
create index audit_entries_by_actor on audit_entries (tenant_id, (coalesce(actor ->> 'id', actor ->> 'type')), seq desc);
create index audit_entries_by_time on audit_entries (tenant_id, at);

-- The end of each chain: locked while entries are added to it.
create table audit_heads (
  tenant_id uuid primary key references tenants on delete cascade,
  seq bigint not null,
  hash text not null
);

-- An entry stays as it is. Only with its tenant it goes.
create function keep_audit_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from tenants where id = old.tenant_id and erased_at is null) then
      return old;
    end if;
  end if;
  raise exception 'audit_entries: entries are neither changed nor removed, unless their tenant is erased'
    using errcode = 'restrict_violation';
end $$;
create trigger audit_entries_kept before update or delete on audit_entries
  for each row execute function keep_audit_entry();
create trigger audit_entries_not_emptied before truncate on audit_entries
  for each statement execute function keep_audit_entry();
