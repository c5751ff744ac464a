import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '@logomorph/core/error-code.ts';
import { StartError } from '../start-error.ts';
import { type Account, giveTo, POSTGRES_ENVIRONMENT, spawnIds } from './account.ts';

const run = promisify(execFile);

/** The one user and the one database that the product has in its own Postgres. */
export const DATABASE_USER = 'logomorph';

/** How the name goes on of a cluster that is being made. */
const UNFINISHED = '.unfinished';

/** The files of one Postgres: its cluster (what Postgres calls its data), its password and its log. */
export interface Cluster {
  folder: string;
  data: string;
  passwordFile: string;
  logFile: string;
}

/** Where the files of the Postgres in a data folder are. */
export function clusterIn(dataFolder: string): Cluster {
  const folder = join(dataFolder, 'postgres');
  return {
    folder,
    data: join(folder, 'cluster'),
    passwordFile: join(folder, 'password'),
    logFile: join(folder, 'postgres.log'),
  };
}

/** Makes the cluster unless it exists, and tells its password. */
export async function prepareCluster(
  cluster: Cluster,
  account: Account,
  initdb: string,
  log: (line: string) => void,
): Promise<{ password: string }> {
  if (!existsSync(cluster.data)) {
    log('First start: making the database');
    await createCluster(cluster, account, initdb);
  }
  const password = await readPassword(cluster);
  await removeUnfinished(cluster);
  return { password };
}

/** Reads the password that the first start made. */
export async function readPassword(cluster: Cluster): Promise<string> {
  try {
    return await readFile(cluster.passwordFile, 'utf8');
  } catch (cause) {
    if (codeOf(cause) !== 'EACCES') throw cause;
    throw new StartError(`${cluster.folder} belongs to another user: start as that user, or set LOGOMORPH_DATA`, {
      cause,
    });
  }
}

/**
 * initdb works on a folder of another name that is renamed at the end: a start that was cut off leaves no half. The name is of this
 * start alone, for the initdb of one that was killed may still be at work.
 */
async function createCluster(cluster: Cluster, account: Account, initdb: string): Promise<void> {
  await mkdir(cluster.folder, { recursive: true, mode: 0o700 });
  giveTo(account, cluster.folder);
  await writeFile(cluster.passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600 });
  giveTo(account, cluster.passwordFile);
  const unfinished = `${cluster.data}${UNFINISHED}-${randomUUID()}`;
  await runInitdb([...account.prefix, initdb], account, cluster, unfinished);
  await rename(unfinished, cluster.data);
}

/** What starts have left that were cut off, as far as nobody is at it any more. */
async function removeUnfinished({ folder, data }: Cluster): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${basename(data)}${UNFINISHED}`)) continue;
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => {});
  }
}

async function runInitdb(words: string[], account: Account, cluster: Cluster, data: string): Promise<void> {
  const [command = '', ...args] = words;
  const access = [`--username=${DATABASE_USER}`, '--auth=scram-sha-256', `--pwfile=${cluster.passwordFile}`];
  // The locale that Postgres brings itself sorts alike on every system; those of Linux and macOS differ.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  try {
    const options = { ...spawnIds(account), cwd: cluster.folder, env: POSTGRES_ENVIRONMENT };
    await run(command, [...args, `--pgdata=${data}`, ...access, ...locale], options);
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new StartError(`Postgres could not make its folder ${data}: ${said || String(error)}`, { cause: error });
  }
}
