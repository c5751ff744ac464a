-- The columns are empty, so no row is rewritten, and the previous version goes on without them.

-- The request that asked for the render, or for its last run: its id and its trace context (W3C Trace Context).
alter table renders add column origin jsonb;
-- The same of what webhooks tell. Null where no request is behind it.
alter table webhook_events add column origin jsonb;
