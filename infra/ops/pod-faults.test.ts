import assert from 'node:assert/strict';
import { test } from 'node:test';
import { podFaults } from './pod-faults.ts';

const START = new Date('2026-01-01T00:00:00Z');

/** What `kubectl get pods` would print of one pod. */
function pods(status: object, creationTimestamp = '2026-01-01T00:00:05Z'): string {
  return JSON.stringify({ items: [{ metadata: { name: 'any', creationTimestamp }, status }] });
}

const container = (state: object, lastState = {}) => ({ containerStatuses: [{ name: 'api', state, lastState }] });

test('an image that is not there is named', () => {
  const waiting = { reason: 'ErrImagePull', message: 'failed to pull "registry.test/api": not found' };
  assert.deepEqual(podFaults(pods(container({ waiting })), START), [
    'api: ErrImagePull: failed to pull "registry.test/api": not found',
  ]);
});

test('a program that ends says why itself', () => {
  const terminated = { exitCode: 1, reason: 'Error', message: 'starting\nlogomorph service: PORT: must be a number\n' };
  const waiting = { reason: 'CrashLoopBackOff', message: 'back-off 10s restarting' };
  assert.deepEqual(podFaults(pods(container({ waiting }, { terminated })), START), [
    'api: CrashLoopBackOff: logomorph service: PORT: must be a number',
  ]);
  assert.deepEqual(podFaults(pods(container({ terminated })), START), [
    'api: Error, code 1: logomorph service: PORT: must be a number',
  ]);
});

test('a pod that fits on no node says so', () => {
  const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/1 nodes' }];
  assert.deepEqual(podFaults(pods({ conditions }), START), ['a pod has no node: Unschedulable: 0/1 nodes']);
});

test('pods that are well, on their way, done, or older are not named', () => {
  const terminated = { exitCode: 0, reason: 'Completed' };
  const crashed = { exitCode: 1, reason: 'Error', message: 'why' };
  for (const status of [
    container({ running: {} }, { terminated: crashed }),
    container({ waiting: { reason: 'ContainerCreating' } }),
    container({ terminated }),
    {},
  ])
    assert.deepEqual(podFaults(pods(status), START), []);
  assert.deepEqual(podFaults(pods(container({ terminated: crashed }), '2025-12-31T23:59:59Z'), START), []);
});
