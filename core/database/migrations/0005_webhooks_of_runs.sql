-- A render that is made again ends again, so an event is unique by the run too. An index in place of the constraint.
alter table webhook_events add column run integer not null default 1;
alter table webhook_events drop constraint webhook_events_render_id_type_key;
create unique index webhook_events_by_render on webhook_events (render_id, type, run);
