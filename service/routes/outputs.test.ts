import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newLogo, testApp } from '../testing/app.ts';
import { storeOutput } from '../testing/stored-output.ts';

test('an output that may still come is told from one that never will', async (t) => {
  const product = await testApp(t);
  const { app, db, headers, newKey } = product;
  const payload = { logoId: await newLogo(product), recipe: { type: 'kit' } };
  const { id } = (await app.inject({ method: 'POST', url: '/v1/renders', headers, payload })).json();
  const url = `/v1/renders/${id}/outputs/kit.zip`;
  assert.equal((await app.inject({ url, headers })).statusCode, 409);
  await db.updateTable('renders').set({ state: 'failed' }).execute();
  assert.equal((await app.inject({ url, headers })).statusCode, 404);
  const other = await newKey('other');
  assert.equal((await app.inject({ url: `/v1/renders/${id}`, headers: other.headers })).statusCode, 404);
});

test("another tenant's output does not exist, even by its whole address", async (t) => {
  const product = await testApp(t);
  const { app, headers, newKey } = product;
  const { url } = await storeOutput(product, 'file', 'text/plain');
  assert.equal((await app.inject({ url, headers })).body, 'bytes');
  const other = await newKey('other');
  const refused = await app.inject({ url, headers: other.headers });
  assert.equal(refused.statusCode, 404);
  assert.ok(!refused.body.includes('bytes'));
});

test('an output with a folder in its name is behind its address, and is saved under the last part', async (t) => {
  const product = await testApp(t);
  const { app, db, headers } = product;
  const { url } = await storeOutput(product, 'My Set.appiconset/icon 20@2x.png', 'image/png');
  assert.match(url, /\/outputs\/My%20Set\.appiconset\/icon%2020%402x\.png$/);
  const answer = await app.inject({ url, headers });
  assert.equal(answer.body, 'bytes');
  assert.equal(answer.headers['content-disposition'], 'inline; filename="icon 20@2x.png"');
  const asOnePart = url.replace(/outputs\/.*/, (path) => path.replace(/(?<=appiconset)\//, '%2F'));
  assert.equal((await app.inject({ url: asOnePart, headers })).body, 'bytes', 'generated clients escape the slash');
  await db.updateTable('renders').set({ state: 'succeeded' }).execute();
  for (const name of ['icon%2020%402x.png', 'My%20Set.appiconset', 'My%20Set.appiconset/', '..%2Ficon', '', '%2F']) {
    const missing = url.replace(/outputs\/.*/, `outputs/${name}`);
    assert.equal((await app.inject({ url: missing, headers })).statusCode, 404, name);
  }
});

test('what a browser would open as a page can do nothing there', async (t) => {
  const product = await testApp(t);
  const { app, headers } = product;
  for (const type of ['image/svg+xml', 'text/html']) {
    const { url } = await storeOutput(product, `a.set/${type.replace(/\W/g, '.')}`, type);
    const answer = await app.inject({ url, headers });
    assert.match(String(answer.headers['content-security-policy']), /default-src 'none';.*sandbox/);
    assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  }
});
