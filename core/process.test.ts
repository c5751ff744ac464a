import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';

const STOPPABLE = `
  await runMain('test', async () => {
    stopOnSignal(createLogger('test', 'info'), 60, async () => {});
    process.stderr.write('ready');
    setInterval(() => {}, 1000);
  });`;

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

test('a program that is asked to stop while it starts hears it, and ends at once', {
  timeout: 20_000,
}, async (t) => {
  // A code, and no signal, is what shows that it heard: the kernel ends no first process by one that it does not hear.
  const child = await startProgram(
    t,
    `runMain('test', async () => {
    process.stderr.write('ready');
    await new Promise(() => setInterval(() => {}, 1000));
  });`,
  );
  child.kill('SIGTERM');
  const [code, signal] = await once(child, 'exit');
  assert.deepEqual([code, signal], [143, null]);
});

async function startProgram(t: TestContext, main = STOPPABLE) {
  const program = `
    import { createLogger } from '${new URL('./logger.ts', import.meta.url)}';
    import { runMain, stopOnSignal } from '${new URL('./process.ts', import.meta.url)}';
    ${main}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  t.after(() => child.kill('SIGKILL'));
  await once(child.stderr, 'data');
  return child;
}
