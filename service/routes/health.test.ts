import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { testApp } from '../testing/app.ts';

test('readiness names each part and its time, and goes off when the program stops', async (t) => {
  const { app, drain } = await testApp(t);
  const ready = await app.inject({ url: '/health/ready' });
  assert.equal(ready.statusCode, 200);
  for (const part of ['postgres', 'queue', 'objectStore']) {
    assert.equal(ready.json().checks[part].ok, true, part);
    assert.equal(typeof ready.json().checks[part].ms, 'number');
  }
  drain();
  const draining = await app.inject({ url: '/health/ready' });
  assert.equal(draining.statusCode, 503);
  assert.equal(draining.json().status, 'draining');
  assert.equal((await app.inject({ url: '/health' })).statusCode, 200);
});

test('readiness says why a part that is reached cannot be used', async (t) => {
  const { app, db } = await testApp(t);
  await sql`delete from migrations where name = '0001_initial.sql'`.execute(db);
  const { statusCode, body, json } = await app.inject({ url: '/health/ready' });
  assert.equal(statusCode, 503, body);
  assert.equal(json().status, 'not-ready');
  const detail = 'its schema is older than the program: 0001_initial.sql has not run';
  assert.equal(json().checks.postgres.detail, detail);
  assert.equal(json().checks.queue.ok, true);
  await sql`insert into migrations (name) values ('0001_initial.sql'), ('9999_next.sql')`.execute(db);
  const beside = await app.inject({ url: '/health/ready' });
  assert.equal(beside.statusCode, 200, 'while a newer version is rolled out this one serves');
  await sql`insert into required_migrations (name) values ('9999_next.sql')`.execute(db);
  const tooOld = (await app.inject({ url: '/health/ready' })).json();
  assert.match(tooOld.checks.postgres.detail, /^its schema is newer than the program: only programs that have 9999/);
});

test('readiness is off while reads, which have a connection of their own, cannot be done', async (t) => {
  const { app } = await testApp(t, { reads: { rows: () => Promise.reject(new Error('Query read timeout')) } });
  const { statusCode, json } = await app.inject({ url: '/health/ready' });
  assert.equal(statusCode, 503);
  assert.equal(json().checks.postgres.ok, false);
});

test('requests are counted by route pattern, without ids', async (t) => {
  const { app, headers } = await testApp(t);
  await app.inject({ url: `/v1/renders/${crypto.randomUUID()}`, headers });
  const { body } = await app.inject({ url: '/metrics' });
  assert.match(body, /logomorph_http_requests_total\{method="GET",route="\/v1\/renders\/:renderId",status="404"\} 1/);
  assert.match(body, /logomorph_http_errors_total\{method="GET",route="\/v1\/renders\/:renderId",type="client"\} 1/);
  assert.match(body, /logomorph_queue_size\{state="waiting"\} 0/);
  assert.match(body, /logomorph_outbox_size 0/);
});

test('answers carry the request id that was sent, if it is a plain one', async (t) => {
  const { app } = await testApp(t);
  const answer = await app.inject({ url: '/health', headers: { 'request-id': 'mine-1' } });
  assert.equal(answer.headers['request-id'], 'mine-1');
  const odd = await app.inject({ url: '/health', headers: { 'request-id': 'a b"\u00e9' } });
  assert.match(String(odd.headers['request-id']), /^[0-9a-f-]{36}$/);
});

test('the description is OpenAPI 3.1 and has every route; the page loads nothing from elsewhere', async (t) => {
  const { app } = await testApp(t);
  const { openapi, paths } = (await app.inject({ url: '/api-docs/json' })).json();
  assert.match(openapi, /^3\.1\./);
  for (const path of ['/v1/keys', '/v1/logos', '/v1/renders', '/v1/renders/{renderId}/events', '/health/ready']) {
    assert.ok(paths[path], path);
  }
  const page = await app.inject({ url: '/api-docs/' });
  assert.equal(page.statusCode, 200);
  assert.doesNotMatch(page.body, /(?:src|href)="https?:/);
});
