-- What is counted of a tenant, with all that is committed and what the transaction itself has done. A volatile function reads
-- what is committed when it is called: so a statement that calls it under a lock counts all that came before it had the lock.
-- Tables that the statement reads itself are as they were when it began, before it waited.
create function counted(of_tenant uuid)
  returns table ("logoBytes" float8, "outputBytes" float8, "unfinishedRenders" float8, "rendersAsked" float8)
  language plpgsql volatile as $$
begin
  -- In one query, for what is added up meanwhile is in one of the two tables.
  return query
    select coalesce(sum(value) filter (where name = 'logoBytes'), 0)::float8,
      coalesce(sum(value) filter (where name = 'outputBytes'), 0)::float8,
      coalesce(sum(value) filter (where name = 'unfinishedRenders'), 0)::float8,
      coalesce(sum(value) filter (where name = 'rendersAsked'), 0)::float8
    from (
      select name, day, value from counters where tenant_id = of_tenant
      union all
      select name, day, change from counter_changes where tenant_id = of_tenant
    ) as changes
    where day in ('infinity', (now() at time zone 'utc')::date);
end $$;
