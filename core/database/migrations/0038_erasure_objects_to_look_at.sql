-- What of an erasure was not looked at, or the longest ago, comes first. The index before was of a column that is not used any more.
create index erasure_objects_to_look_at on erasure_objects (erasure_id, looked_at nulls first);
drop index erasure_objects_left;
