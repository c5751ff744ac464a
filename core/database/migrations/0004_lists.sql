-- Lists of renders are newest first, which is the order of their ids.
create index renders_by_state on renders (tenant_id, state, id desc);
create index renders_by_logo on renders (tenant_id, logo_id, id desc);
create index renders_by_type on renders (tenant_id, (recipe ->> 'type'), id desc);
