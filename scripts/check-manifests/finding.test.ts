import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Accepted, type Finding, unaccepted } from './finding.ts';

const finding: Finding = { check: 'CKV_1', stack: 'local', object: 'Deployment api', text: 'is not well' };
const accepted: Accepted = { check: 'CKV_1', objects: ['Deployment api'], why: 'It is meant to be.' };

test('a finding that nothing accepts is told, with where it is', () => {
  assert.deepEqual(unaccepted([finding], []), ['local: Deployment api: CKV_1 is not well']);
});

test('a finding is accepted by its check and object, and where stacks are named, in those alone', () => {
  assert.deepEqual(unaccepted([finding], [accepted]), []);
  assert.deepEqual(unaccepted([finding], [{ ...accepted, stacks: ['local'] }]), []);
  for (const other of [{ check: 'CKV_2' }, { objects: ['Deployment worker'] }, { stacks: ['prod'] }])
    assert.ok(unaccepted([finding], [{ ...accepted, ...other }]).includes('local: Deployment api: CKV_1 is not well'));
});

test('what is accepted and not found any more is told, object by object', () => {
  assert.deepEqual(unaccepted([finding], [{ ...accepted, objects: ['Deployment api', 'Job gone'] }]), [
    'CKV_1 is accepted of Job gone, and not found there: take it out of accepted.ts',
  ]);
});
