-- The columns are empty or have constant defaults, so no row is rewritten, and the previous version goes on without them.

-- Who asked for it: the prefix of an API key, 'user' for one who signed in, or where else it came from.
alter table erasures add column requested_by text not null default 'identity-provider';
-- From when on nothing that was under way when the erasure began can store anything any more; known once it is begun.
alter table erasures add column settles_at timestamptz;
-- What was removed from the object store.
alter table erasures add column objects bigint not null default 0;
alter table erasures add column bytes bigint not null default 0;

-- What the files of the render begin with in the object store, noted before the first of them is stored.
alter table renders add column output_prefix text collate "C";
create index renders_by_output_prefix on renders (output_prefix) where output_prefix is not null;

-- Days after which things of the tenant are deleted; what is not in it is kept.
alter table tenants add column retention jsonb not null default '{}';
-- When a render of the logo was last asked for, to about an hour.
alter table logos add column last_used_at timestamptz;
