import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadCommand } from './images.ts';

const COMMANDS: Record<string, readonly string[] | undefined> = {
  'kind-dev': ['kind', 'load', 'docker-image', '--name', 'dev'],
  'k3d-my-cluster': ['k3d', 'image', 'import', '--cluster', 'my-cluster'],
  minikube: ['minikube', 'image', 'load'],
  'docker-desktop': undefined,
  orbstack: undefined,
};

for (const [context, command] of Object.entries(COMMANDS)) {
  test(`images get into ${context} by ${command?.join(' ') ?? "docker's own store"}`, () => {
    assert.deepEqual(loadCommand(context, []), command);
  });
}

test('a command that is given comes first', () => {
  assert.deepEqual(loadCommand('kind-dev', ['load', 'them']), ['load', 'them']);
});

test('for any other cluster it is said what to do', () => {
  assert.throws(() => loadCommand('arn:aws:eks:prod', []), /"arn:aws:eks:prod" is not known: set LOGOMORPH_IMAGE_LOAD/);
});
