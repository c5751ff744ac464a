import { chmod, mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startPostgres } from '../standalone/postgres.ts';

/** A Postgres for one run of tests. Disposing of it leaves neither a process nor a file. */
export async function startTemporaryPostgres(): Promise<AsyncDisposable & { url: string }> {
  const folder = await mkdtemp(join(await place(), 'logomorph-test-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    // mkdtemp closes the folder to others, and for root Postgres runs as another user.
    await chmod(folder, 0o755);
    const postgres = await startPostgres({ dataFolder: folder, log: () => {} });
    await forgoDurability(postgres.url);
    return {
      url: postgres.url,
      [Symbol.asyncDispose]: async () => {
        await postgres.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Where Linux has files in memory. */
const MEMORY = '/dev/shm';

/** Many times what tests have in databases at once, and the log of their writes. */
const ROOM = 2 * 1024 ** 3;

/** In memory where there is room: each test has a database copied and dropped, which a disk is soon behind with. */
async function place(): Promise<string> {
  const room = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  );
  return room > ROOM ? MEMORY : tmpdir();
}

/** Nothing of it is to outlast the machine's power, and to wait for the disk is most of what making and dropping databases takes. */
async function forgoDurability(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('alter system set fsync = off');
  await client.query('alter system set full_page_writes = off');
  await client.query("alter system set max_wal_size = '256MB'");
  await client.query('select pg_reload_conf()');
  await client.end();
}
