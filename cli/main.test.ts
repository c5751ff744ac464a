import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { type FileHandle, open, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { json, serve } from '../client/testing/serve.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

/** Asks for the help, with its output to a file, or to a pipe that nobody reads. */
async function help(output?: FileHandle): Promise<{ code: number; errors: string }> {
  const child = spawn(process.execPath, [MAIN, '--help'], { stdio: ['ignore', output?.fd ?? 'pipe', 'pipe'] });
  child.stdout?.destroy();
  assert.ok(child.stderr);
  const [[code], errors] = await Promise.all([once(child, 'exit'), text(child.stderr)]);
  return { code, errors };
}

test('a reader that is gone is no failure', async () => {
  assert.deepEqual(await help(), { code: 0, errors: '' });
});

const noFull = process.platform !== 'linux' && 'only Linux has a file that is always full';

test('an output that cannot be written is told in one line', { skip: noFull }, async () => {
  await using full = await open('/dev/full', 'w');
  assert.deepEqual(await help(full), {
    code: 1,
    errors: 'logomorph: Standard output cannot be written (ENOSPC)\n',
  });
});

test('who stops it twice waits for no API, and has nothing left', async (t) => {
  const folder = await temporaryFolder(t);
  await writeFile(join(folder, 'a.svg'), '<svg/>');
  const seen = new EventEmitter();
  // It never says which render it made.
  const { baseUrl } = await serve(t, ({ method }, response) => {
    if (method === 'GET') json(response, { id: 'logo' });
    else seen.emit('wish');
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    const child = spawn(process.execPath, [MAIN, 'palette', 'a.svg', '--out', 'new/out'], {
      cwd: folder,
      env: { LOGOMORPH_API: baseUrl, LOGOMORPH_API_KEY: 'k' },
      stdio: 'ignore',
    });
    await once(seen, 'wish');
    const again = setInterval(() => child.kill(signal), 100);
    const [code] = await once(child, 'exit');
    clearInterval(again);
    assert.equal(code, 130);
    assert.deepEqual(await readdir(folder), ['a.svg']);
  }
});

test('who stops what waits for a file is not kept waiting', { timeout: 20_000 }, async (t) => {
  const folder = await temporaryFolder(t);
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  for (const args of [
    ['verify-audit', pipe],
    ['palette', 'a.svg', '--key-file', pipe],
    ['palette', pipe],
  ]) {
    const env = { LOGOMORPH_API_KEY: 'k' };
    const child = spawn(process.execPath, [MAIN, ...args], { cwd: folder, env, stdio: 'ignore' });
    t.after(() => child.kill('SIGKILL'));
    // It is there once the other side opens it too.
    await using _open = await open(pipe, 'w');
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [null, 'SIGTERM']);
  }
});
