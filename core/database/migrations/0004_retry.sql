-- Counts up with each retry that a client asks for. Subjects of events begin with it from the second run on, so that what
-- happens once in each run stays unique.
alter table renders add column run integer not null default 1;
