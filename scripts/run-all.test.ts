import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runAll } from './run-all.ts';

const surroundings = { cwd: import.meta.dirname, env: {}, signal: new AbortController().signal };
const script = (title: string, code: string) => ({ title, command: process.execPath, args: ['-e', code] });

test('all commands run, and those that failed are named, with their output last', async (t) => {
  const lines = t.mock.method(console, 'log', () => {}).mock;
  const failed = await runAll(
    [
      script('first', 'console.log("of the first"); process.exitCode = 3'),
      script('second', 'console.error("of the second")'),
      script('third', 'process.kill(process.pid)'),
      script('fourth', 'console.log("of the fourth")'),
    ],
    surroundings,
  );
  assert.deepEqual(failed.sort(), ['first', 'third']);
  const told = lines.calls.map(({ arguments: [line] }) => String(line));
  assert.equal(told.length, 4);
  const [fourth, second, first, third] = [...told.slice(0, 2).sort(), ...told.slice(2).sort()];
  assert.match(first ?? '', /^\n─ first: [\d.]+ s\nof the first\n$/);
  assert.match(second ?? '', /^\n─ second: [\d.]+ s\nof the second\n$/);
  assert.match(third ?? '', /^\n─ third: /);
  assert.match(fourth ?? '', /^\n─ fourth: /);
});

test('one that fails by itself is named as well', async () => {
  assert.deepEqual(await runAll([script('only', 'process.exitCode = 1')], surroundings), ['only']);
  assert.deepEqual(await runAll([script('only', '')], surroundings), []);
});

test('after a signal no further one starts', async (t) => {
  t.mock.method(console, 'log', () => {});
  const stop = new AbortController();
  const runs = ['a', 'b', 'c', 'd'].map((title) => script(title, 'setInterval(() => {}, 1000)'));
  const running = runAll(runs, { ...surroundings, signal: stop.signal });
  stop.abort();
  assert.deepEqual((await running).sort(), ['a', 'b', 'c']);
});
