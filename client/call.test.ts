import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf } from './call.ts';

test('parts of an address are escaped, and a file keeps its folders', () => {
  assert.equal(addressOf('/v1/renders/{renderId}', { renderId: '../keys?a' }), '/v1/renders/..%2Fkeys%3Fa');
  const parts = { renderId: 'r', name: 'a.appiconset/b c.png' };
  assert.equal(
    addressOf('/v1/renders/{renderId}/outputs/{name}', parts),
    '/v1/renders/r/outputs/a.appiconset/b%20c.png',
  );
  assert.throws(() => addressOf('/v1/renders/{renderId}'), /needs renderId/);
});

test('a query has each value of a list, and nothing that is left out', () => {
  const query = { state: ['queued', 'running'], limit: 5, cursor: undefined };
  assert.equal(addressOf('/v1/renders', {}, query), '/v1/renders?state=queued&state=running&limit=5');
});
