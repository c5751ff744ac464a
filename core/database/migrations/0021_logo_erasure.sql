-- The columns are empty, so no row is rewritten, and the previous version goes on without them.

-- Under what key a render's files are stored; its worker says so before it stores the first.
alter table renders add column content_key text;
create index renders_by_content_key on renders (tenant_id, content_key) where content_key is not null;

-- Until when clients may still send bytes of what is erased, by addresses that they were given before.
alter table erasures add column late_until timestamptz;
-- When objects that begin so were last removed, and how many stayed, for other renders have them too.
alter table erasure_objects add column looked_at timestamptz;
alter table erasure_objects add column kept integer not null default 0;
