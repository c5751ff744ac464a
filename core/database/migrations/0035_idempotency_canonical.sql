-- The fingerprint of a request whose JSON is in its one canonical form, beside that of the JSON as it came, which the previous
-- version goes on with.
alter table idempotency_keys add column canonical_fingerprint text;
