-- The columns are empty or have constant defaults, so no row is rewritten, and the previous version goes on without them.
alter table logos add column name text;
alter table logos add column metadata jsonb not null default '{}';
-- In pixels, as the head of a raster tells them.
alter table logos add column width integer;
alter table logos add column height integer;
-- Where the bytes are. Null of logos that the previous version stores: theirs are found by their SHA-256.
alter table logos add column object_key text;
create index logos_by_tenant on logos (tenant_id, id desc);

-- Renders outlive their logos. That none begins while its logo is deleted is the matter of locks on the logo's row.
alter table renders drop constraint renders_logo_id_fkey;
alter table renders drop constraint renders_to_logo_id_fkey;
create index renders_by_to_logo on renders (tenant_id, to_logo_id) where to_logo_id is not null;
