-- Tenants take turns in having their renders handed to the queue, in proportion to their weights; `turn` is where the last
-- turn was in the common time of all tenants (start-time fair queueing). The columns have constant defaults, so no row is
-- rewritten, and the previous version goes on without them.
alter table tenants add column weight integer not null default 1 check (weight between 1 and 100);
alter table tenants add column turn double precision not null default 0;
create index tenants_by_turn on tenants (turn);

-- What waits to be handed over, in the order in which each tenant's is.
create index renders_waiting on renders
  (tenant_id, (case priority when 'high' then 1 when 'normal' then 2 else 3 end), id)
  where enqueued_at is null and logo_id is not null and state in ('queued', 'running');
