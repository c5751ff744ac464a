-- What of an erasure was not looked at, or the longest ago, comes first. The index before was of a column that is not used any more.
drop index concurrently if exists erasure_objects_to_look_at;
create index concurrently erasure_objects_to_look_at on erasure_objects (erasure_id, looked_at nulls first);
drop index concurrently if exists erasure_objects_left;
