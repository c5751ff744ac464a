-- The columns are empty or have constant defaults, so no row is rewritten, and the previous version goes on without them.

-- Who asked for it: the prefix of an API key, 'user' for one who signed in, or where else it came from.
alter table erasures add column requested_by text not null default 'identity-provider';
-- From when on nothing that was under way when the erasure began can store anything any more; known once it is begun.
alter table erasures add column settles_at timestamptz;
-- What was removed from the object store.
alter table erasures add column objects bigint not null default 0;
alter table erasures add column bytes bigint not null default 0;
