-- Renders that the signed addresses of transforms asked for have the SHA-256 of their recipe here, and a logo has each once:
-- who comes at the same time waits for the one that was first. The column is empty, so no row is rewritten, and the
-- previous version goes on without it.
alter table renders add column transform text;
create unique index renders_of_transforms on renders (logo_id, transform) where transform is not null;

-- Lists have either the ones or the others, however many there are of the rest.
create index renders_listed on renders (tenant_id, id desc) where transform is null;
create index transforms_listed on renders (tenant_id, id desc) where transform is not null;
