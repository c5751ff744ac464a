import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FileHandle, open } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

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
