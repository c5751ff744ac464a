import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '@logomorph/core/testing/until.ts';
import { isAlive } from './process-info.ts';
import type { Program } from './program.ts';
import { Supervisor } from './supervisor.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** A supervisor of fake programs, what they noted, and what it said. */
function setUp(t: TestContext) {
  const log = join(temporaryFolder(t), 'log');
  writeFileSync(log, '');
  const said: string[] = [];
  const supervisor = new Supervisor((line) => said.push(line), { first: 20, most: 50, healthyAfter: 10_000 });
  t.after(() => {
    supervisor.kill();
    return supervisor.stop(0);
  });
  const program = (name: string, env: Record<string, string> = {}): Program => ({
    name,
    file: join(import.meta.dirname, 'testing/fake-program.ts'),
    env: { NAME: name, LOG: log, ...env },
  });
  const notes = () => readFileSync(log, 'utf8').trim().split('\n');
  const pids = () => notes().flatMap((line) => (line.includes('starts') ? [Number(line.split(' ').at(-1))] : []));
  return { supervisor, program, notes, pids, said };
}

test('it tells where a program serves, and stops it after its work is done', async (t) => {
  const { supervisor, program, notes, pids, said } = setUp(t);
  assert.equal(await supervisor.start(program('a', { DRAIN_MILLISECONDS: '200' })), 'http://a');
  await supervisor.stop(10);
  assert.deepEqual(notes().slice(1), ['a drains', 'a ends']);
  assert.deepEqual(pids().filter(isAlive), []);
  assert.deepEqual(said, []);
});

test('a program whose first start fails is not started again', async (t) => {
  const { supervisor, program, pids } = setUp(t);
  assert.equal(await supervisor.start(program('a', { FAIL_AT_START: 'yes' })), undefined);
  await sleep(150);
  assert.equal(pids().length, 1);
});

test('a program that ends later is started again, ever more slowly', async (t) => {
  const { supervisor, program, pids, said } = setUp(t);
  await supervisor.start(program('a', { DIE_AFTER_MILLISECONDS: '1' }));
  await until(() => pids().length >= 4);
  await supervisor.stop(10);
  assert.deepEqual(said.slice(0, 3), [
    'The a ended (code 3) and is started again in 0.02 s',
    'The a ended (code 3) and is started again in 0.04 s',
    'The a ended (code 3) and is started again in 0.05 s',
  ]);
  const ended = pids().length;
  await sleep(150);
  assert.equal(pids().length, ended);
});

test('what has not stopped within the budget is ended', async (t) => {
  const { supervisor, program, notes, pids } = setUp(t);
  await supervisor.start(program('quick'));
  await supervisor.start(program('slow', { DRAIN_MILLISECONDS: '60000' }));
  const start = performance.now();
  await supervisor.stop(0.5);
  assert.ok(performance.now() - start < 5000);
  assert.deepEqual(pids().filter(isAlive), []);
  assert.ok(notes().includes('quick ends'));
  assert.ok(!notes().includes('slow ends'));
});

test('a second demand to stop ends all at once', async (t) => {
  const { supervisor, program, notes, pids } = setUp(t);
  await supervisor.start(program('slow', { DRAIN_MILLISECONDS: '60000' }));
  const stopped = supervisor.stop(60);
  await until(() => notes().includes('slow drains'));
  supervisor.kill();
  await stopped;
  assert.deepEqual(pids().filter(isAlive), []);
});

test('after a stop nothing is started', async (t) => {
  const { supervisor, program, pids } = setUp(t);
  await supervisor.stop(1);
  assert.equal(await supervisor.start(program('late')), undefined);
  assert.deepEqual(pids(), []);
});
