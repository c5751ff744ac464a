import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foundationText, welcome } from './welcome.ts';

const PLATFORM = { namespace: 'logomorph', apiService: 'api', apiDeployment: 'api-1' };

test('a platform tells how to reach it, and one in AWS how to get into its cluster first', () => {
  const local = welcome('kind-dev', new Map(Object.entries(PLATFORM)));
  assert.match(local, /^ {2}API +kubectl --context kind-dev --namespace logomorph port-forward service\/api /);
  const cloud = new Map(Object.entries({ ...PLATFORM, cluster: 'logomorph-prod', region: 'eu-central-1' }));
  const [first = ''] = welcome('logomorph-prod', cloud).split('\n');
  assert.doesNotMatch(local, /Clients/);
  const open = welcome('logomorph-prod', new Map([...cloud, ['apiUrl', 'https://api.example.com']]));
  assert.match(open, /^ {2}Clients +https:\/\/api\.example\.com$/m);
  assert.match(first, /aws eks update-kubeconfig --name logomorph-prod --alias logomorph-prod --region eu-central-1$/);
});

test('a foundation tells where images go', () => {
  const outputs = new Map([
    ['serviceRepository', 'registry.test/service'],
    ['workerRepository', 'registry.test/worker'],
  ]);
  assert.match(foundationText(outputs), /push to registry\.test\/service and registry\.test\/worker/);
});
