-- What of the quotas is the tenant's own; of those that are not in it the configuration says how much it is.
alter table tenants add column quotas jsonb not null default '{}';

-- What there is of each tenant, without the changes that are not added up yet. A counter of a day has that day, of UTC.
create table counters (
  tenant_id uuid not null references tenants on delete cascade,
  name text not null,
  day date not null default 'infinity',
  value bigint not null,
  primary key (tenant_id, name, day)
);

-- Each is a row of its own, so that transactions of a tenant that run at once do not wait for each other. They refer to no
-- tenant, which each would have to lock.
create table counter_changes (
  id bigint generated always as identity primary key,
  tenant_id uuid not null,
  name text not null,
  day date not null default 'infinity',
  change bigint not null
);
create index counter_changes_by_tenant on counter_changes (tenant_id);

-- Renders that made the same file share its object; `refs` is how many of them have it.
create table stored_objects (
  object_key text collate "C" primary key,
  tenant_id uuid not null,
  bytes bigint not null,
  refs integer not null
);

-- Counting is the matter of triggers, so that whatever removes rows is counted, and what a previous version does as well.
create function count_added_bytes() returns trigger language plpgsql as $$
begin
  insert into counter_changes (tenant_id, name, change)
    select tenant_id, tg_argv[0], sum(bytes) from added group by tenant_id;
  return null;
end $$;

create function count_removed_bytes() returns trigger language plpgsql as $$
begin
  insert into counter_changes (tenant_id, name, change)
    select tenant_id, tg_argv[0], -sum(bytes) from removed group by tenant_id;
  return null;
end $$;

create trigger logos_added after insert on logos
  referencing new table as added for each statement execute function count_added_bytes('logoBytes');
create trigger logos_removed after delete on logos
  referencing old table as removed for each statement execute function count_removed_bytes('logoBytes');
create trigger objects_added after insert on stored_objects
  referencing new table as added for each statement execute function count_added_bytes('outputBytes');
create trigger objects_removed after delete on stored_objects
  referencing old table as removed for each statement execute function count_removed_bytes('outputBytes');

create function refer_to_objects() returns trigger language plpgsql as $$
begin
  -- In one order, so that no two wait for each other.
  insert into stored_objects as stored (object_key, tenant_id, bytes, refs)
    select added.object_key, renders.tenant_id, max(added.bytes), count(*)
    from added join renders on renders.id = added.render_id
    group by added.object_key, renders.tenant_id order by added.object_key
    on conflict (object_key) do update set refs = stored.refs + excluded.refs;
  return null;
end $$;

-- The render may be gone already, so nothing is asked of it.
create function leave_objects() returns trigger language plpgsql as $$
begin
  perform from stored_objects where object_key in (select object_key from removed) order by object_key for update;
  update stored_objects set refs = refs - gone.count
    from (select object_key, count(*) from removed group by object_key) as gone
    where stored_objects.object_key = gone.object_key;
  delete from stored_objects where object_key in (select object_key from removed) and refs <= 0;
  return null;
end $$;

-- A file that is made anew may be another object; the triggers of an update run in the order of their names.
create trigger outputs_added after insert on render_outputs
  referencing new table as added for each statement execute function refer_to_objects();
create trigger outputs_changed_added after update on render_outputs
  referencing new table as added for each statement execute function refer_to_objects();
create trigger outputs_changed_removed after update on render_outputs
  referencing old table as removed for each statement execute function leave_objects();
create trigger outputs_removed after delete on render_outputs
  referencing old table as removed for each statement execute function leave_objects();

-- Of a batch its renders count, and it does not.
create function count_added_renders() returns trigger language plpgsql as $$
begin
  insert into counter_changes (tenant_id, name, change)
    select tenant_id, 'unfinishedRenders', count(*) from added
    where logo_id is not null and state in ('queued', 'running') group by tenant_id;
  return null;
end $$;

create function count_removed_renders() returns trigger language plpgsql as $$
begin
  insert into counter_changes (tenant_id, name, change)
    select tenant_id, 'unfinishedRenders', -count(*) from removed
    where logo_id is not null and state in ('queued', 'running') group by tenant_id;
  return null;
end $$;

create function count_changed_render() returns trigger language plpgsql as $$
begin
  insert into counter_changes (tenant_id, name, change) values
    (new.tenant_id, 'unfinishedRenders', case when new.state in ('queued', 'running') then 1 else -1 end);
  return null;
end $$;

create trigger renders_added after insert on renders
  referencing new table as added for each statement execute function count_added_renders();
create trigger renders_removed after delete on renders
  referencing old table as removed for each statement execute function count_removed_renders();
create trigger renders_changed after update on renders for each row
  when (new.logo_id is not null and (old.state in ('queued', 'running')) <> (new.state in ('queued', 'running')))
  execute function count_changed_render();

-- What is there already. The triggers let nobody write meanwhile.
insert into stored_objects (object_key, tenant_id, bytes, refs)
  select object_key, tenant_id, max(bytes), count(*)
  from render_outputs join renders on renders.id = render_id group by object_key, tenant_id;
insert into counter_changes (tenant_id, name, change)
  select tenant_id, 'logoBytes', sum(bytes) from logos group by tenant_id;
insert into counter_changes (tenant_id, name, change)
  select tenant_id, 'unfinishedRenders', count(*) from renders
  where logo_id is not null and state in ('queued', 'running') group by tenant_id;
