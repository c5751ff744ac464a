-- The columns are empty or have constant defaults, so no row is rewritten, and the previous version goes on without them.
-- A logo is held, and no render of it is made, while the scan of its bytes is pending.
alter table logos add column scan text check (scan = 'pending');
-- From when on a process may take it to be scanned. Taking it moves this on, by more than a scan takes.
alter table logos add column scan_due_at timestamptz;
alter table logos add column scan_attempts integer not null default 0;
create index logos_held on logos (scan_due_at) where scan = 'pending';

-- Bytes in which a virus scanner has found something. They are kept nowhere.
create table quarantined_logos (
  tenant_id uuid not null references tenants on delete cascade,
  sha256 text not null,
  -- What the scanner calls it.
  signature text not null,
  -- The logo that was held until it was found; null when none had been stored.
  logo_id uuid,
  found_at timestamptz not null default now(),
  primary key (tenant_id, sha256)
);
create index quarantined_logos_by_logo on quarantined_logos (logo_id) where logo_id is not null;
