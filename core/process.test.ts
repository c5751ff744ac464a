import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';

test('a program stops in order also when nobody reads its log any more', { timeout: 20_000 }, async (t) => {
  const child = await startProgram(t);
  child.stdout.destroy();
  child.kill('SIGTERM');
  const [code, signal] = await once(child, 'exit');
  assert.deepEqual([code, signal], [0, null]);
});

test('a program stops in order when its terminal is closed', { timeout: 20_000 }, async (t) => {
  const child = await startProgram(t);
  child.kill('SIGHUP');
  const [code, signal] = await once(child, 'exit');
  assert.deepEqual([code, signal], [0, null]);
});

async function startProgram(t: TestContext) {
  const program = `
    import { createLogger } from '${new URL('./logger.ts', import.meta.url)}';
    import { stopOnSignal } from '${new URL('./process.ts', import.meta.url)}';
    stopOnSignal(createLogger('test', 'info'), 60, async () => {});
    process.stderr.write('ready');
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stderr, 'data');
  return child;
}
