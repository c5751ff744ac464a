import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { test } from 'node:test';
import { sha256 } from '@logomorph/core/sha256.ts';
import { listen } from '@logomorph/core/testing/listen.ts';
import { OTHER_SVG, objectsIn, SVG, testApp } from '../testing/app.ts';
import { problemOf } from '../testing/problem-of.ts';
import { broken, INFECTED_SVG, post, SIGNATURE, scannedApp, well } from './testing/scanned-app.ts';

const HASH = sha256(INFECTED_SVG);

test('an infected logo is refused on every way in, and nothing of it is stored', async (t) => {
  const { product, log, upload } = await scannedApp(t);
  const { app, db, headers, metrics } = product;
  const site = createServer((_, response) => response.end(INFECTED_SVG));
  const url = `http://127.0.0.1:${await listen(t, site)}/`;
  const announced = (await post(product, '/v1/logos/uploads', { bytes: INFECTED_SVG.length, sha256: HASH })).json();
  await app.inject({ method: 'PUT', url: announced.request.url, payload: INFECTED_SVG });
  const ways = [
    () => post(product, `/v1/logos/uploads/${announced.id}/complete`, {}),
    () => upload(INFECTED_SVG),
    () => app.inject({ method: 'PUT', url: `/v1/logos/sha256/${HASH}`, headers, payload: INFECTED_SVG }),
    () => post(product, '/v1/logos/from-url', { url }),
  ];
  for (const way of ways) {
    // As if it were the first time.
    await db.deleteFrom('quarantined_logos').execute();
    const answer = await way();
    assert.deepEqual([answer.statusCode, problemOf(answer)], [422, 'logo-infected'], answer.body);
    assert.equal(answer.json().detail, `The virus scanner calls it ${SIGNATURE}`);
  }
  const again = await app.inject({ method: 'PUT', url: announced.request.url, payload: INFECTED_SVG });
  assert.deepEqual([again.statusCode, problemOf(again)], [422, 'logo-infected'], 'now that it is known');
  assert.deepEqual(await objectsIn(product), []);
  assert.deepEqual(await db.selectFrom('logos').select('id').execute(), []);
  assert.match(await metrics.registry.metrics(), /^logomorph_logo_scans_total\{outcome="infected"\} 4$/m);
  const [line] = log.lines('an infected logo is refused');
  assert.deepEqual([line?.tenantId, line?.sha256, line?.signature], [product.tenantId, HASH, SIGNATURE]);
  assert.doesNotMatch(log.text(), /<svg/);
});

test('known infected bytes are refused without being sent, whether they can be scanned or not', async (t) => {
  const { product, clamd, upload } = await scannedApp(t);
  const { app, headers } = product;
  await upload(INFECTED_SVG);
  clamd.answer = broken;
  const url = `/v1/logos/sha256/${HASH}`;
  assert.equal((await app.inject({ method: 'HEAD', url, headers })).statusCode, 422);
  for (const answer of [
    await app.inject({ url, headers }),
    await post(product, '/v1/logos/uploads', { bytes: INFECTED_SVG.length, sha256: HASH }),
    await upload(INFECTED_SVG),
  ]) {
    assert.deepEqual([answer.statusCode, problemOf(answer)], [422, 'logo-infected'], answer.body);
  }
  const another = await product.newKey('another');
  assert.equal((await app.inject({ url, headers: another.headers })).statusCode, 404, 'other tenants are not told');
  const unscanned = await testApp(t, { database: product });
  assert.equal(problemOf(await post(unscanned, '/v1/logos', INFECTED_SVG)), 'logo-infected');
});

test('what nothing is found in is stored as if it were not scanned', async (t) => {
  const { product, upload } = await scannedApp(t);
  const answer = await upload(SVG);
  assert.equal(answer.statusCode, 201);
  assert.equal(answer.json().scan, undefined);
  assert.match(await product.metrics.registry.metrics(), /^logomorph_logo_scans_total\{outcome="clean"\} 1$/m);
  assert.match(await product.metrics.registry.metrics(), /^logomorph_logo_scan_duration_seconds_count 1$/m);
});

test('refusing is for the time that the scanner is down: nothing is stored, nor kept under the Idempotency-Key', async (t) => {
  const { product, clamd, upload } = await scannedApp(t, 'refuse');
  const key = { 'idempotency-key': 'one' };
  clamd.answer = broken;
  const answer = await upload(SVG, key);
  assert.deepEqual([answer.statusCode, problemOf(answer)], [503, 'unavailable']);
  assert.equal(answer.headers['retry-after'], '5');
  assert.deepEqual(await objectsIn(product), []);
  assert.match(await product.metrics.registry.metrics(), /^logomorph_logo_scans_total\{outcome="broken"\} 1$/m);
  clamd.answer = well;
  assert.equal((await upload(SVG, key)).statusCode, 201);
});

test('one that hangs keeps a request no longer than is said', async (t) => {
  const { product, clamd, upload } = await scannedApp(t, 'refuse', { timeBudgets: { logoScan: 0.05 } });
  clamd.answer = () => {};
  assert.equal((await upload(SVG)).statusCode, 503);
  assert.match(await product.metrics.registry.metrics(), /^logomorph_logo_scans_total\{outcome="timeout"\} 1$/m);
});

test('while the scanner is down logos are held, and said to be', async (t) => {
  const { product, clamd, log, upload } = await scannedApp(t);
  const { app, headers } = product;
  clamd.answer = broken;
  const answer = await upload(SVG);
  const logo = answer.json();
  assert.deepEqual([answer.statusCode, logo.scan], [201, 'pending']);
  assert.deepEqual((await app.inject({ url: `/v1/logos/${logo.id}`, headers })).json(), logo);
  assert.equal((await app.inject({ url: '/v1/logos', headers })).json().items[0].scan, 'pending');
  const again = await upload(SVG);
  assert.deepEqual([again.statusCode, again.json()], [200, logo]);
  assert.equal(log.lines('a logo is held until it is scanned').length, 1);
  clamd.answer = well;
  assert.equal((await upload(OTHER_SVG)).json().scan, undefined);
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await product.db.updateTable('logos').set({ created_at: anHourAgo }).execute();
  const metrics = await product.metrics.registry.metrics();
  assert.match(metrics, /^logomorph_held_logos 1$/m);
  assert.match(metrics, /^logomorph_held_logo_oldest_seconds 36\d\d(\.\d+)?$/m);
});
