import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { defer } from '@logomorph/core/testing/defer.ts';
import { temporaryFolder } from '@logomorph/core/testing/temporary-folder.ts';
import { type ClamdAddress, scanByClamd } from '../clamd.ts';

/**
 * The text that scanners find for a test, and that harms nobody. In two parts, so that they do not find it here.
 */
export const TEST_VIRUS = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** What a clamd of `realClamd` calls it. */
export const TEST_SIGNATURE = 'LogoMorph.Test.UNOFFICIAL';

/** Starts a real clamd, with a signature of our own for all that it knows. It ends with the test. */
export async function realClamd(t: TestContext, settings: readonly string[] = []): Promise<ClamdAddress> {
  const folder = await temporaryFolder(t);
  const signatures = join(folder, 'signatures');
  await mkdir(signatures);
  // Name, any kind of file, anywhere in it, and the bytes.
  await writeFile(join(signatures, 'test.ndb'), `LogoMorph.Test:0:*:${Buffer.from(TEST_VIRUS).toString('hex')}\n`);
  const port = await freePort();
  const config = ['Foreground yes', `TCPSocket ${port}`, 'TCPAddr 127.0.0.1', `DatabaseDirectory ${signatures}`];
  await writeFile(join(folder, 'clamd.conf'), `${[...config, ...settings].join('\n')}\n`);
  const clamd = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [clamd.stdout, clamd.stderr]) stream.on('data', (text) => (said += text));
  const ended = once(clamd, 'exit');
  defer(t, async () => {
    clamd.kill('SIGKILL');
    await ended;
  });
  const address = { host: '127.0.0.1', port };
  while (
    !(await scanByClamd(address, Buffer.from('.'), 1).then(
      () => true,
      () => false,
    ))
  ) {
    if (clamd.exitCode !== null) throw new Error(`clamd has ended:\n${said}`);
    await sleep(50);
  }
  return address;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
