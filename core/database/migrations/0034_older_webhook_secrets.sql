-- Secrets from before the previous one, that sign until their time is over: an array of {secret, expiresAt}. The previous version
-- leaves it as it is: what it rotates has one earlier secret at the most.
alter table webhook_endpoints add column older_secrets jsonb not null default '[]';
