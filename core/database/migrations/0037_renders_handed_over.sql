-- What the queue has or should have, which every sweep looks through: it is little, however many renders wait or have finished.
drop index concurrently if exists renders_handed_over;
create index concurrently renders_handed_over on renders (id) where enqueued_at is not null and state in ('queued', 'running');
