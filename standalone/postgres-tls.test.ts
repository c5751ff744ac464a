import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { connectDatabase } from '@logomorph/core/database/connect.ts';
import { connectPointReads } from '@logomorph/core/database/point-reads.ts';
import { createLogger } from '@logomorph/core/logger.ts';
import { sql } from 'kysely';
import { Client } from 'pg';
import { startPostgres } from './postgres.ts';

/** Made for this test, for a hundred years: one authority that signed both servers', and one that signed neither. */
const FOLDER = join(import.meta.dirname, 'testing/tls');
const file = (name: string) => join(FOLDER, name);
const logger = createLogger('test', 'fatal');

const dataFolder = await mkdtemp(join(tmpdir(), 'logomorph-tls-'));
// For root Postgres runs as another user, to whom mkdtemp closes it.
await chmod(dataFolder, 0o755);
const postgres = await startPostgres({ dataFolder, log: () => {} });
after(async () => {
  await postgres.stop();
  await rm(dataFolder, { recursive: true });
});

async function query(text: string) {
  const client = new Client({ connectionString: postgres.url });
  await client.connect();
  try {
    return (await client.query(text)).rows[0];
  } finally {
    await client.end();
  }
}

/** Has Postgres go by another setting, from the next connection on. */
async function set(setting: string): Promise<void> {
  await query(`alter system set ${setting}`);
  const loaded = async () => String((await query('select pg_conf_load_time() as at')).at.getTime());
  const before = await loaded();
  await query('select pg_reload_conf()');
  while ((await loaded()) === before) await setImmediate();
}

/** Has Postgres take TLS, with one of the certificates. */
async function serve(certificate: string): Promise<void> {
  const put = async (name: string, from: string) => {
    const lines = JSON.stringify(readFileSync(file(from), 'utf8').trim().split('\n'));
    // By Postgres itself: it takes no key that others own, or may read.
    await query(`copy (select json_array_elements_text('${lines}')) to program 'umask 077 && cat > ${name}'`);
  };
  await put('server.crt', certificate);
  await put('server.key', 'server.key');
  await set('ssl = on');
}

/** The address of Postgres with these authorities, as the platform in AWS makes it. */
function address(authority: string): string {
  const url = new URL(postgres.url);
  url.hostname = 'localhost';
  url.search = `?sslmode=verify-full&sslrootcert=${file(authority)}`;
  return url.href;
}

/** Whether a connection is encrypted, as each way that programs connect by finds it. */
async function encrypted(url: string): Promise<unknown[]> {
  const question = sql<{ ssl: boolean }>`select ssl from pg_stat_ssl where pid = pg_backend_pid()`;
  const db = connectDatabase(url, logger);
  const reads = connectPointReads(url, logger);
  try {
    const { rows } = await question.execute(db);
    return [rows[0]?.ssl, (await reads.rows('ssl', question.compile(db), []))[0]?.ssl];
  } finally {
    await db.destroy();
    await reads.close();
  }
}

describe('a Postgres with a certificate of an authority of its own', () => {
  test('is connected to over TLS by who was given the authority', async () => {
    await serve('server.pem');
    assert.deepEqual(await encrypted(address('authority.pem')), [true, true]);
  });

  test('is refused by who was given another authority', async () => {
    await serve('server.pem');
    await assert.rejects(encrypted(address('other-authority.pem')), { code: /^(SELF_SIGNED|UNABLE_TO_)/ });
  });

  test('is refused when the certificate is of another host', async () => {
    await serve('server-elsewhere.pem');
    await assert.rejects(encrypted(address('authority.pem')), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
  });

  test('is refused when it has no TLS at all, whatever it is', async () => {
    await set('ssl = off');
    await assert.rejects(encrypted(address('authority.pem')), /does not support SSL/);
  });
});
