import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runProgram } from '../testing/run-program.ts';
import { bucketRights } from './bucket-rights.ts';
import { PodIdentity } from './identity.ts';

const BUCKET = { arn: 'arn:aws:s3:::pictures', keyArn: 'arn:aws:kms:eu-central-1:123456789012:key/k' };

/** What a program may do with an object of that key, or with the bucket. */
function allowed(program: 'api' | 'worker', resource: string): string[] {
  return bucketRights(program, BUCKET)
    .filter(({ Resource }) => new RegExp(`^${String(Resource).replaceAll('*', '.*')}$`).test(resource))
    .flatMap(({ Action }) => Action)
    .sort();
}

describe('rights at the bucket', () => {
  test('of the API: it takes logos in, gives files out, and erases both with all versions', () => {
    const remove = ['s3:DeleteObject', 's3:DeleteObjectVersion'];
    for (const kind of ['logos', 'uploads'])
      assert.deepEqual(allowed('api', `${BUCKET.arn}/tenant/${kind}/name`), [
        ...remove,
        's3:GetObject',
        's3:PutObject',
      ]);
    assert.deepEqual(allowed('api', `${BUCKET.arn}/tenant/outputs/key/icon.png`), [...remove, 's3:GetObject']);
    assert.deepEqual(allowed('api', BUCKET.arn), ['s3:GetBucketVersioning', 's3:ListBucket', 's3:ListBucketVersions']);
  });

  test('of the worker: it reads logos and writes files, and removes nothing', () => {
    assert.deepEqual(allowed('worker', `${BUCKET.arn}/tenant/logos/name`), ['s3:GetObject']);
    assert.deepEqual(allowed('worker', `${BUCKET.arn}/tenant/outputs/key/icon.png`), ['s3:PutObject']);
    assert.deepEqual(allowed('worker', `${BUCKET.arn}/tenant/uploads/name`), []);
    assert.deepEqual(allowed('worker', BUCKET.arn), ['s3:ListBucket']);
  });

  test('end at the bucket, and take its key through S3 alone', () => {
    for (const program of ['api', 'worker'] as const) {
      assert.deepEqual(allowed(program, 'arn:aws:s3:::others/tenant/logos/name'), []);
      const [key] = bucketRights(program, BUCKET).filter(({ Resource }) => Resource === BUCKET.keyArn);
      assert.deepEqual(key?.Condition, { StringLike: { 'kms:ViaService': 's3.*.amazonaws.com' } });
      assert.ok(bucketRights(program, { arn: BUCKET.arn }).every(({ Action }) => !String(Action).includes('kms:')));
    }
  });
});

test('pods get the role of their service account, and pods of no other one do', async () => {
  const { resources } = await runProgram('prod', {}, () => ({
    identity: new PodIdentity('identity', {
      clusterName: 'logomorph-prod',
      clusterArn: 'arn:aws:eks:::cluster/logomorph-prod',
      namespace: 'logomorph',
      bucket: BUCKET,
      rolePath: '/logomorph/prod/',
    }).urn,
  }));
  const ofType = (type: string) => resources.filter((resource) => resource.type === `aws:${type}`);
  assert.deepEqual(
    ofType('eks/podIdentityAssociation:PodIdentityAssociation').map(({ inputs }) => [
      inputs.namespace,
      inputs.serviceAccount,
      inputs.roleArn,
    ]),
    [
      ['logomorph', 'api', 'arn:aws:iam:::api'],
      ['logomorph', 'worker', 'arn:aws:iam:::worker'],
    ],
  );
  for (const { name, inputs } of ofType('iam/role:Role')) {
    assert.equal(inputs.path, '/logomorph/prod/');
    const [{ Principal, Condition }] = JSON.parse(String(inputs.assumeRolePolicy)).Statement;
    assert.deepEqual(Principal, { Service: 'pods.eks.amazonaws.com' });
    assert.deepEqual(Condition.StringEquals, {
      'aws:RequestTag/eks-cluster-arn': 'arn:aws:eks:::cluster/logomorph-prod',
      'aws:RequestTag/kubernetes-namespace': 'logomorph',
      'aws:RequestTag/kubernetes-service-account': name,
    });
  }
});
