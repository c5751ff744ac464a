alter table renders add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high'));
