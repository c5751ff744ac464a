-- The columns are new and empty, so no row is rewritten or checked, and the previous version goes on without them.

-- Of a morph: the logo that it ends in.
alter table renders add column to_logo_id uuid references logos;
-- Of a render in a batch: the render that stands for the batch. That one has no logo, and is never queued.
alter table renders add column parent_id uuid references renders on delete cascade;
alter table renders alter column logo_id drop not null;
-- What to know of a render that went well.
alter table renders add column warnings text[];

create index renders_by_parent on renders (parent_id, id desc) where parent_id is not null;
create index renders_open_batches on renders (id) where logo_id is null and state in ('queued', 'running');
