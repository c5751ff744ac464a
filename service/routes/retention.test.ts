import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../testing/app.ts';
import { beginErasing } from '../testing/erasing.ts';

const read = async ({ app, headers }: Pick<TestApp, 'app' | 'headers'>) =>
  (await app.inject({ url: '/v1/retention', headers })).json();

const change = ({ app, headers }: Pick<TestApp, 'app' | 'headers'>, payload: object) =>
  app.inject({ method: 'PATCH', url: '/v1/retention', headers, payload });

test('all is kept until it is said otherwise, and what is not said stays', async (t) => {
  const product = await testApp(t);
  assert.deepEqual(await read(product), { renderDays: null, logoDays: null });
  assert.deepEqual((await change(product, { renderDays: 1, logoDays: 3650 })).json(), {
    renderDays: 1,
    logoDays: 3650,
  });
  assert.deepEqual((await change(product, { renderDays: null })).json(), { renderDays: null, logoDays: 3650 });
  assert.deepEqual(await read(product), { renderDays: null, logoDays: 3650 });
  const other = { ...product, ...(await product.newKey('other')) };
  assert.deepEqual(await read(other), { renderDays: null, logoDays: null }, 'another tenant has its own');
});

test('changes at once lose nothing of each other', async (t) => {
  const product = await testApp(t);
  await Promise.all([change(product, { renderDays: 5 }), change(product, { logoDays: 6 })]);
  assert.deepEqual(await read(product), { renderDays: 5, logoDays: 6 });
});

test('what is no number of days within bounds is refused, and changes nothing', async (t) => {
  const product = await testApp(t);
  for (const payload of [
    { renderDays: 0 },
    { renderDays: 3651 },
    { logoDays: 1.5 },
    { logoDays: '7' },
    { renderDays: 7, auditDays: 7 },
    {},
  ]) {
    const answer = await change(product, payload);
    assert.equal(answer.statusCode, 422, JSON.stringify(payload));
    assert.equal(answer.json().type, 'urn:logomorph:problem:invalid-request');
  }
  assert.deepEqual(await read(product), { renderDays: null, logoDays: null });
});

test('it takes the scope admin to change, and a tenant that is not being erased', async (t) => {
  const product = await testApp(t);
  const reader = { ...product, ...(await product.newKey('default', ['read'])) };
  assert.equal((await change(reader, { renderDays: 1 })).statusCode, 403);
  assert.deepEqual(await read(reader), { renderDays: null, logoDays: null });
  await beginErasing(product.db, product.tenantId);
  assert.ok((await change(product, { renderDays: 1 })).statusCode >= 400);
});
