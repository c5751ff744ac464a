-- Texts of a client's own, as logos have them. The default is a constant, so no row is rewritten, and the previous version goes on
-- without it: what it creates has none.
alter table renders add column metadata jsonb not null default '{}';
