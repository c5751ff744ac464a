import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Footprint } from '../../../bench/footprint/footprint.ts';
import { bounds, costOfMillion, meanKit } from './model.ts';

const kit: Footprint = {
  logo: 'flat',
  recipe: 'kit',
  wall: 100,
  workerCpu: 360,
  apiCpu: 36,
  postgresCpu: 36,
  commits: 20,
  walBytes: 40_000,
  rowBytes: 20_000,
  objects: 14,
  objectBytes: 1_000_000,
  redisCommands: 50,
  redisBytes: 5000,
  redisCpu: 3.6,
};

test('a kit is the mean of those that were measured, pictures left out', () => {
  const mean = meanKit([kit, { ...kit, logo: 'photo', workerCpu: 720 }, { ...kit, recipe: 'picture', workerCpu: 1 }]);
  assert.equal(mean.workerCpu, 540);
  assert.equal(mean.objects, 14);
  assert.throws(() => meanKit([{ ...kit, recipe: 'picture' }]), /No kit/);
});

test('a million kits of 0.36 seconds are 100 hours of a core, paid for at 60 % use', () => {
  const cost = costOfMillion(kit);
  const near = (name: string, dollars: number) =>
    assert.ok(Math.abs((cost[name] ?? 0) - dollars) < 0.005, `${name}: ${cost[name]}`);
  near('CPU of workers (c7g)', (100 / 0.6) * 0.03625);
  near('Objects stored (PUT)', 70);
  near('Zips to clients (GET and the way out)', 0.4 + 500 * 0.09);
});

test('a part is full where its CPU, or what it takes a second, is used to 60 %', () => {
  const found = new Map(bounds(kit).map(({ part, perSecond }) => [part, perSecond]));
  assert.ok(Math.abs((found.get('A core of workers') ?? 0) - 600 / 360) < 1e-9);
  assert.equal(found.get('One prefix of a bucket'), 150);
});
