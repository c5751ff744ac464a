import assert from 'node:assert/strict';
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type TestContext, test } from 'node:test';
import { defer } from '@logomorph/core/testing/defer.ts';
import { forkChild, NODE_OPTIONS } from './fork-child.ts';
import { gone } from './testing/render-processes.ts';

function fork(t: TestContext, env: Record<string, string> = {}): ChildProcess {
  const child = forkChild(env);
  defer(t, () => child.kill('SIGKILL'));
  return child;
}

test('the process has none of the secrets in the environment of its worker', async (t) => {
  const env = { DATABASE_URL: 'postgres://u:secret@db', AWS_SECRET_ACCESS_KEY: 'secret', XDG_CACHE_HOME: '/tmp/cache' };
  const child = fork(t, env);
  await once(child, 'message');
  const shown = execFileSync('ps', ['eww', '-o', 'command=', '-p', String(child.pid)], { encoding: 'utf8' });
  const names = shown.match(/(?<= )[A-Z_]+(?==)/g)?.sort();
  const ours = ['LC_ALL', 'MALLOC_ARENA_MAX', 'TZ', 'UV_THREADPOOL_SIZE', 'VIPS_BLOCK_UNTRUSTED', 'XDG_CACHE_HOME'];
  const channel = ['NODE_CHANNEL_FD', 'NODE_CHANNEL_SERIALIZATION_MODE'];
  assert.deepEqual(names, [...ours, ...channel].sort());
  assert.doesNotMatch(shown, /secret/);
});

test('its JavaScript can neither write files, nor read those of others, nor start anything', () => {
  const attempt = (code: string) => {
    const script = `try { ${code}; console.log('done') } catch (error) { console.log(error.code) }`;
    return execFileSync(process.execPath, [...NODE_OPTIONS, '--eval', script], { encoding: 'utf8' }).trim();
  };
  assert.equal(attempt(`fs.readFileSync(${JSON.stringify(import.meta.filename)})`), 'done');
  for (const code of [
    "fs.writeFileSync('/tmp/written', '')",
    `fs.writeFileSync(${JSON.stringify(import.meta.filename)}, '')`,
    "fs.readFileSync('/etc/passwd')",
    "child_process.execFileSync('true')",
    "new worker_threads.Worker('', { eval: true })",
    'inspector.open(0)',
  ]) {
    assert.equal(attempt(code), 'ERR_ACCESS_DENIED', code);
  }
});

test('it ends with its worker, also when that is killed and its own main thread is blocked', async () => {
  const module = JSON.stringify(new URL('./fork-child.ts', import.meta.url).href);
  const script = `const { forkChild } = await import(${module}); const child = forkChild({});
    child.once('message', () => console.log(child.pid));`;
  for (const blocked of [false, true]) {
    const worker = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await once(worker.stdout, 'data');
    const pid = Number(said);
    if (blocked) process.kill(pid, 'SIGSTOP');
    worker.kill('SIGKILL');
    await gone(pid);
  }
});
