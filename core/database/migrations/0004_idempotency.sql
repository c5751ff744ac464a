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
