import assert from 'node:assert/strict';
import { test } from 'node:test';
import { program } from '../program.ts';
import { runProgram, SUPPLIED, stackConfig, subjectsOf } from '../testing/run-program.ts';
import { estimate } from './estimate.ts';
import { machineHour } from './machines.ts';

async function costOf(stack: string, given: Record<string, string> = {}) {
  const { resources } = await runProgram(stack, stackConfig(stack, { ...SUPPLIED[stack], ...given }), program);
  const { parts, unpriced, total } = estimate(subjectsOf(stack, resources));
  const sum = (name: string) => parts.filter((one) => one.name === name).reduce((all, { usd }) => all + usd, 0);
  return { parts, unpriced, total, sum };
}

// One after the other: the engine's runtime is one for all of a process.
const prod = await costOf('prod');
const twice = await costOf('prod', { workerMaxReplicas: '40' });
const larger = await costOf('prod', { databaseClass: 'db.m7g.xlarge' });
const staging = await costOf('staging');
const local = await costOf('local');

test('all that prod has is priced, and adds up', () => {
  assert.deepEqual(prod.unpriced, []);
  assert.equal(Math.round(prod.sum('database')), Math.round((0.168 * 730 + 100 * 0.115) * 2));
  assert.equal(Math.round(prod.sum('queue')), Math.round(0.158 * 730 * 2));
  assert.equal(prod.sum('cluster'), 73);
  assert.equal(
    prod.total,
    prod.parts.reduce((all, { usd }) => all + usd, 0),
  );
  assert.ok(staging.total > 73 && staging.total < prod.total / 2, `${staging.total} of ${prod.total}`);
});

test('more pods and larger machines cost more, by as much as they are more', () => {
  const nodes = 'nodes for the most pods';
  // 20 workers of half a gibibyte are 5 cores of a node, which are filled to 70 %.
  const added = (5 / 0.7 / 4) * 0.145 * 730 * 1.12;
  assert.equal(Math.round(twice.sum(nodes) - prod.sum(nodes)), Math.round(added));
  assert.equal(Math.round(larger.total - prod.total), Math.round(0.168 * 730 * 2));
});

test('a stack that is not in AWS has no bill from it', () => {
  assert.deepEqual([local.parts, local.unpriced, local.total], [[], [], 0]);
});

test('the price of a machine follows from another size of its family, and from nothing else', () => {
  const prices = { 'db.t4g.medium': 0.065, 'db.m7g.large': 0.168 };
  const found = ['db.t4g.micro', 'db.m7g.large', 'db.m7g.4xlarge'].map((one) => machineHour(prices, one)?.toFixed(4));
  assert.deepEqual(found, ['0.0163', '0.1680', '1.3440']);
  for (const one of ['db.r7g.large', 'db.m7g.metal', 'db.m7g', ''])
    assert.equal(machineHour(prices, one), undefined, one);
});
