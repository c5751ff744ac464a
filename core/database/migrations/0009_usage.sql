-- What tenants have used, a row for each day and type of recipe; it stays when renders and logos are deleted. What a
-- previous version does beside this one is not counted.
create table usage_days (
  tenant_id uuid not null references tenants on delete cascade,
  -- Of UTC.
  day date not null,
  -- Empty in the row that counts logos.
  recipe_type text not null,
  -- Runs of renders, by how they ended.
  succeeded bigint not null default 0,
  failed bigint not null default 0,
  canceled bigint not null default 0,
  output_pixels bigint not null default 0,
  output_bytes bigint not null default 0,
  logos_uploaded bigint not null default 0,
  primary key (tenant_id, day, recipe_type)
);
