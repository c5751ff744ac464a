import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';

/** All rows of all tables, as text by the tables' names; those of the queue too. */
export async function allRows(db: Database): Promise<Map<string, string[]>> {
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
    order by 1, 2`.execute(db);
  const all = new Map<string, string[]>();
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ text: string }>`
      select to_jsonb(t)::text as text from ${sql.table(`${schema}.${name}`)} as t`.execute(db);
    all.set(
      schema === 'public' ? name : `${schema}.${name}`,
      rows.map(({ text }) => text),
    );
  }
  return all;
}

/** The tables that have rows of tenants: by a column of their own, or by what they refer to. */
export async function tablesOfTenants(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive keys as (
      select con.conrelid::regclass::text as name, con.confrelid::regclass::text as refers_to
      from pg_constraint con where contype = 'f'
    ), of_tenants as (
      select table_name::text as name from information_schema.columns
      where table_schema = 'public' and column_name = 'tenant_id'
      union
      select keys.name from keys join of_tenants on keys.refers_to = of_tenants.name
    )
    select name from of_tenants order by name`.execute(db);
  return rows.map(({ name }) => name);
}
