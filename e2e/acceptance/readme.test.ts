import assert from 'node:assert/strict';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { newDataFolder, startProduct } from '../harness/product.ts';
import { skipWithout } from '../harness/programs.ts';
import { runSteps, shapeOf, walkThroughOf } from '../harness/walk-through.ts';

// biome-ignore lint/style/noProcessEnv: what is run gets the environment of the tests
const env = process.env;
const skip = skipWithout(['curl', 'unzip'], 'the README is not tried');

test('the walk through of the README prints what it says', { skip }, async () => {
  const steps = walkThroughOf(await readFile(join(import.meta.dirname, '../../README.md'), 'utf8'));
  assert.ok(steps.length >= 8);
  await using folder = await newDataFolder();
  await using product = await startProduct(join(folder.path, 'data'), {});
  const scratch = join(folder.path, 'scratch');
  await mkdir(scratch);
  const printed = await runSteps(steps, { url: product.baseUrl, key: product.key ?? '', scratch }, env);
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
