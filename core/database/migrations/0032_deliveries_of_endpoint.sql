-- What is due to one endpoint, so that a long backlog of it is stepped over.
drop index concurrently if exists webhook_deliveries_of_endpoint;
create index concurrently webhook_deliveries_of_endpoint on webhook_deliveries (endpoint_id, due_at) where due_at is not null;
