-- What is not kept longer, by days, and when a logo was last sent or rendered, as far as nothing else tells. The columns are
-- empty or have constant defaults, so no row is rewritten, and the previous version goes on without them.
alter table tenants add column retention jsonb not null default '{}';
alter table logos add column used_at timestamptz;

create index renders_finished on renders (tenant_id, finished_at) where parent_id is null and finished_at is not null;
