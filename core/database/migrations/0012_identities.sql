-- Who signs in at the identity provider, and the tenant that is theirs. The provider's deletions stay, without a tenant: what
-- it says late, or a token that has not expired yet, makes no tenant anew.
create table identities (
  issuer text not null,
  kind text not null check (kind in ('user', 'organization')),
  subject text not null,
  -- An identity goes with its tenant when that is erased for another reason than a deletion at the provider.
  tenant_id uuid references tenants on delete cascade,
  created_at timestamptz not null default now(),
  deleted_at timestamptz,
  primary key (issuer, kind, subject),
  check (tenant_id is null or deleted_at is null)
);
create index identities_by_tenant on identities (tenant_id);

-- The provider's webhooks that have had their effect, so that none has it twice.
create table received_webhooks (
  id text primary key,
  received_at timestamptz not null default now()
);
create index received_webhooks_by_age on received_webhooks (received_at);
