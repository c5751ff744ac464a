-- Objects that something referred to and may not any more. They are removed later, unless they are made again by then.
create table discarded_objects (
  object_key text collate "C" primary key,
  discarded_at timestamptz not null default now()
);
create index discarded_objects_by_age on discarded_objects (discarded_at);
create index render_outputs_by_object on render_outputs (object_key);
