-- The columns have constant defaults or are empty, so no row is rewritten, and the previous version goes on without them.
-- Keys that it makes meanwhile, like those from before there were scopes, may do everything.
alter table api_keys add column scopes text[] not null default '{read,render,admin}';
alter table api_keys add column expires_at timestamptz;
-- Written about once a minute while the key is in use.
alter table api_keys add column last_used_at timestamptz;
-- A limit of this key's own.
alter table api_keys add column requests_per_minute integer;
