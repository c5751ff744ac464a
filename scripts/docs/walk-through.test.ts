import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { runSteps, shapeOf, walkThroughOf } from './walk-through.ts';

const ROOT = join(import.meta.dirname, '../..');
// biome-ignore lint/style/noProcessEnv: what is run gets the environment of the tests
const env = process.env;
const missing = ['curl', 'unzip'].filter((tool) => spawnSync(tool, ['--help']).error !== undefined);
const skip = env.CI !== 'true' && missing.length > 0 && `${missing.join(', ')} not installed: the README is not tried`;

test('the walk through of the README prints what it says', { skip }, async () => {
  const steps = walkThroughOf(await readFile(join(ROOT, 'README.md'), 'utf8'));
  assert.ok(steps.length >= 8);
  const folder = await mkdtemp(join(tmpdir(), 'logomorph-readme-'));
  await using cleanUp = new AsyncDisposableStack();
  cleanUp.defer(() => rm(folder, { recursive: true, force: true }));
  const product = startProduct(join(folder, 'data'));
  cleanUp.defer(() => stop(product));
  const [url, key] = await greeting(product);
  const scratch = join(folder, 'scratch');
  await mkdir(scratch);
  const printed = await runSteps(steps, { url, key, scratch }, env);
  for (const [index, step] of steps.entries()) {
    assert.equal(shapeOf(printed[index] ?? ''), shapeOf(step.printed), `after:\n${step.commands}`);
  }
});

test('ids, times, sizes and digests are not compared, all else is', () => {
  const one = '{"id":"01a20cde-018d-754f-85d2-7b3f34037503","bytes":12,"at":"2026-11-24T09:23:25.710Z","width":180}';
  const two = '{"id":"01a20cde-018d-754f-85d2-7b3f34037504","bytes":9,"at":"2027-11-24T09:23:25.7Z","width":180}';
  assert.equal(shapeOf(one), shapeOf(two));
  assert.notEqual(shapeOf(one), shapeOf(two.replace('180', '192')));
});

function startProduct(dataFolder: string): ChildProcess {
  return spawn(process.execPath, ['standalone/main.ts'], {
    cwd: ROOT,
    env: { ...env, LOGOMORPH_DATA: dataFolder, LOGOMORPH_WORKERS: '1', PORT: '0', WORKER_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** The address and the key that the start prints. */
async function greeting(product: ChildProcess): Promise<[url: string, key: string]> {
  let said = '';
  for await (const chunk of product.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    said += chunk;
    const [, url, key] = /API +(\S+)[\s\S]*Key +(lm_\w+)/.exec(said) ?? [];
    if (url !== undefined && key !== undefined) {
      product.stdout?.resume();
      return [url, key];
    }
  }
  throw new Error(`the product did not start: ${said}`);
}

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return;
  product.kill('SIGINT');
  await once(product, 'exit');
}
