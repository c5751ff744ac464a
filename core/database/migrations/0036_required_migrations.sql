-- Migrations that a program has to have in order to serve. One that takes away what programs before it still use adds the
-- first migration of those that can do without, so that older ones say that they cannot serve, instead of failing at requests.
create table required_migrations (name text primary key);
