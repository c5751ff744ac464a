import type { Database } from '@logomorph/core/database/schema.ts';
import { sql } from 'kysely';
import { parentOf } from '../api/usage.ts';
import { cpuOfTree } from './processes.ts';

/** What a Postgres on this machine has done so far. */
interface DatabaseWork {
  /** Milliseconds, of all its processes. */
  cpu: number;
  /** Bytes of its write-ahead log. */
  wal: number;
  commits: number;
  /** Bytes of the database on disk, indexes included. */
  size: number;
}

/** Reads how much a Postgres has done. Those who use it must be at rest for a second, until when they tell of their commits. */
export async function workOf(db: Database): Promise<DatabaseWork> {
  const { rows } = await sql<Record<'pid' | 'wal' | 'commits' | 'size', string>>`
    select pg_backend_pid()::text as pid, (pg_current_wal_lsn() - '0/0'::pg_lsn)::text as wal, xact_commit::text as commits,
      pg_database_size(datname)::text as size
    from pg_stat_database where datname = current_database()`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('Postgres tells nothing of its database');
  const cpu = await cpuOfTree(await parentOf(Number(row.pid)));
  return { cpu, wal: Number(row.wal), commits: Number(row.commits), size: Number(row.size) };
}
