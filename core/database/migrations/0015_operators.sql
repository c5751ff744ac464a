-- What operators look for over all tenants. Failures that are ours are few, and so are deliveries that were given up.
create index renders_dead on renders (id) where state = 'failed'
  and error ->> 'type' in ('urn:logomorph:problem:internal', 'urn:logomorph:problem:render-interrupted');
create index webhook_deliveries_failed on webhook_deliveries (id) where state = 'failed';
create index webhook_endpoints_disabled on webhook_endpoints (id) where disabled_reason is not null;

-- Since when a tenant's keys and tokens are refused, and its renders wait. The column is empty, so no row is rewritten, and the
-- previous version goes on without it.
alter table tenants add column suspended_at timestamptz;
