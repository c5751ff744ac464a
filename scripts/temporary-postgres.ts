import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../standalone/postgres.ts';

/** A Postgres for one run of tests. Disposing of it leaves neither a process nor a file. */
export async function startTemporaryPostgres(): Promise<AsyncDisposable & { url: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'logomorph-test-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    // mkdtemp closes the folder to others, and for root Postgres runs as another user.
    await chmod(folder, 0o755);
    const postgres = await startPostgres({ dataFolder: folder, log: () => {} });
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
