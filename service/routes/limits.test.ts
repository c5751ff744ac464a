import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newLogo, SVG, type TestApp, testApp } from '../testing/app.ts';

const limitsOf = async ({ app, headers }: Pick<TestApp, 'app' | 'headers'>) => {
  const answer = await app.inject({ url: '/v1/limits', headers });
  assert.equal(answer.statusCode, 200, answer.body);
  return answer;
};

test('all limits are told, with what is used of each and when it is there again', async (t) => {
  const rateLimits = { perKey: 10, perTenant: 20, renders: 30, signed: 40 };
  const product = await testApp(t, { rateLimits, quotas: { rendersPerDay: 7, storedBytes: 1_000_000 } });
  const { app, headers } = product;
  const logoId = await newLogo(product);
  const payload = { logoId, recipe: { type: 'palette' } };
  for (let count = 0; count < 2; count++) await app.inject({ method: 'POST', url: '/v1/renders', headers, payload });

  const answer = await limitsOf(product);
  const { items } = answer.json();
  const rest = items.map(({ resetsAt, ...item }: { resetsAt?: string }) => item);
  assert.deepEqual(rest, [
    { name: 'key', limit: 10, used: 4, remaining: 6 },
    { name: 'tenant', limit: 20, used: 4, remaining: 16 },
    { name: 'renders', limit: 30, used: 2, remaining: 28 },
    { name: 'signed', limit: 40, used: 0, remaining: 40 },
    { name: 'rendersPerDay', limit: 7, used: 2, remaining: 5 },
    { name: 'unfinishedRenders', used: 2 },
    { name: 'storedBytes', limit: 1_000_000, used: SVG.length, remaining: 1_000_000 - SVG.length },
  ]);
  for (const { name, resetsAt } of items) {
    const isOfTime = !['unfinishedRenders', 'storedBytes'].includes(name);
    assert.equal(resetsAt !== undefined, isOfTime, name);
    if (isOfTime) assert.ok(Date.parse(resetsAt) > Date.now(), name);
  }
  assert.match(
    String(answer.headers.ratelimit),
    /"renders";r=28;t=\d+, "signed";r=40;t=\d+$/,
    'the header says the same',
  );
  assert.equal((await limitsOf(product)).json().items[2].used, 2, 'a look takes nothing');
});

test('a limit that cannot be counted is told without its use', async (t) => {
  const rateStore = { count: async () => Promise.reject(new Error('down')), close: async () => {} };
  const { items } = (await limitsOf(await testApp(t, { rateStore, rateLimits: { perKey: 10 } }))).json();
  assert.deepEqual(items[0], { name: 'key', limit: 10 });
});

test('where another replica has counted is told too', async (t) => {
  const here = await testApp(t);
  const there = { ...(await testApp(t, { database: here })), headers: here.headers };
  const logoId = await newLogo(here);
  const payload = { logoId, recipe: { type: 'palette' } };
  await here.app.inject({ method: 'POST', url: '/v1/renders', headers: here.headers, payload });
  assert.equal((await limitsOf(there)).json().items[2].used, 1);
});
