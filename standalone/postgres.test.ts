import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { isNotThere } from '@logomorph/core/error-code.ts';
import { Client } from 'pg';
import { hydrateLibraryLinks } from './postgres/binaries.ts';
import { clusterIn } from './postgres/cluster.ts';
import { postmasterOf } from './postgres/leftover.ts';
import { type EmbeddedPostgres, startPostgres } from './postgres.ts';
import { isAlive } from './process-info.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;

async function start(t: TestContext, dataFolder: string): Promise<EmbeddedPostgres> {
  const postgres = await startPostgres({ dataFolder, log: () => {} });
  t.after(() => postgres.stop());
  return postgres;
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('it starts, keeps what was stored across a restart, and leaves no process', async (t) => {
  const folder = temporaryFolder(t);
  const { data, passwordFile } = clusterIn(folder);

  const first = await start(t, folder);
  const pid = postmasterOf(data)?.pid;
  assert.ok(pid);
  await query(first.url, `create table logos as select 'Łódź' as name`);
  await first.stop();
  await first.ended;
  assert.equal(isAlive(pid), false);
  assert.equal(statSync(passwordFile).mode & 0o777, 0o600);

  const second = await start(t, folder);
  assert.deepEqual(await query(second.url, 'select name, upper(name) as upper from logos'), [
    { name: 'Łódź', upper: 'ŁÓDŹ' },
  ]);
});

test('it listens on 127.0.0.1 alone, wants the password, and speaks UTF-8 and UTC', async (t) => {
  const { url } = await start(t, temporaryFolder(t));
  const settings = `select name, setting from pg_settings
    where name in ('listen_addresses', 'unix_socket_directories', 'server_encoding', 'TimeZone') order by name`;
  assert.deepEqual(await query(url, settings), [
    { name: 'TimeZone', setting: 'UTC' },
    { name: 'listen_addresses', setting: '127.0.0.1' },
    { name: 'server_encoding', setting: 'UTF8' },
    { name: 'unix_socket_directories', setting: '' },
  ]);
  const wrong = new URL(url);
  wrong.password = 'wrong';
  await assert.rejects(query(wrong.href, 'select 1'), { code: '28P01' });
});

test('it stops the server that a killed supervisor left behind', async (t) => {
  const folder = temporaryFolder(t);
  const supervisor = spawn(process.execPath, [join(import.meta.dirname, 'testing/hold-postgres.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(supervisor.stdout, 'data');
  supervisor.kill('SIGKILL');
  await once(supervisor, 'exit');
  const orphan = postmasterOf(clusterIn(folder).data)?.pid;
  assert.ok(orphan);

  const said: string[] = [];
  const postgres = await startPostgres({ dataFolder: folder, log: (line) => said.push(line) });
  t.after(() => postgres.stop());
  assert.equal(isAlive(orphan), false);
  assert.match(said.join(), new RegExp(`process ${orphan}`));
  assert.deepEqual(await query(postgres.url, 'select 1 as one'), [{ one: 1 }]);
});

test('a number in a stale file is not taken for a server', (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'postmaster.pid'), `${process.pid}\n`);
  assert.equal(postmasterOf(folder), undefined);
});

test('a first start that was cut off is begun anew', async (t) => {
  const folder = temporaryFolder(t);
  const { data } = clusterIn(folder);
  mkdirSync(`${data}.unfinished`, { recursive: true });
  writeFileSync(join(`${data}.unfinished`, 'PG_VERSION'), '18\n');
  await start(t, folder);
  assert.equal(existsSync(`${data}.unfinished`), false);
});

test("the initdb of a start that was killed, which is still at work, is in nobody's way", async (t) => {
  const folder = temporaryFolder(t);
  const { data } = clusterIn(folder);
  const writing = setInterval(() => {
    try {
      mkdirSync(`${data}.unfinished`, { recursive: true });
      writeFileSync(join(`${data}.unfinished`, 'PG_VERSION'), '18\n');
    } catch (error) {
      // The folder may be taken away between the two.
      if (!isNotThere(error)) throw error;
    }
  }, 1);
  t.after(() => clearInterval(writing));
  await start(t, folder);
});

for (const { place, mode } of [
  { place: 'in a folder that others may enter', mode: 0o755 },
  { place: 'in a folder that is closed to others', mode: 0o700 },
]) {
  test(`root gets a server that runs as another user, ${place}`, {
    skip: !isRoot && 'only root can test it',
  }, async (t) => {
    const folder = temporaryFolder(t, mode);
    const { data } = clusterIn(folder);
    await start(t, folder);
    const status = readFileSync(`/proc/${postmasterOf(data)?.pid}/status`, 'utf8');
    assert.match(status, /^Uid:\t65534\t65534\t65534\t65534$/m);
    // 4 is CAP_DAC_READ_SEARCH: it is given only where the data or the programs are in a closed folder.
    const isClosed = mode === 0o700 || !othersMayEnter(import.meta.dirname);
    assert.match(status, new RegExp(`^CapEff:\\t0{15}${isClosed ? 4 : 0}$`, 'm'));
  });
}

test('library links that an install without scripts left out are made', (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'native/lib'), { recursive: true });
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  writeFileSync(join(folder, 'native/pg-symlinks.json'), JSON.stringify(links));
  writeFileSync(join(folder, 'native/lib/libpq.so.5.18'), 'library');
  hydrateLibraryLinks(folder);
  hydrateLibraryLinks(folder);
  assert.ok(lstatSync(join(folder, 'native/lib/libpq.so.5')).isSymbolicLink());
  assert.equal(readFileSync(join(folder, 'native/lib/libpq.so.5'), 'utf8'), 'library');
});

/** Whether a folder and all above it let other users through. */
function othersMayEnter(folder: string): boolean {
  return (statSync(folder).mode & 0o001) !== 0 && (folder === dirname(folder) || othersMayEnter(dirname(folder)));
}
