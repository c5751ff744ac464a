import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runProgram } from '@logomorph/infra/testing/run-program.ts';
import * as rds from '@pulumi/aws/rds/index.js';
import * as s3 from '@pulumi/aws/s3/index.js';
import { planOf } from './terraform-plan.ts';

const { resources } = await runProgram('local', {}, () => {
  const { id: bucket } = new s3.Bucket('objects', { bucket: 'the-bucket', tags: { someThing: 'kept' } });
  new s3.BucketVersioning('versions', { bucket, versioningConfiguration: { status: 'Enabled' } });
  new s3.BucketLifecycleConfiguration('life', { bucket, rules: [{ id: 'old', status: 'Enabled' }] });
  new rds.Instance('database', { instanceClass: 'db.t4g.small', password: 'not-to-be-seen' });
  return {};
});
const plan = planOf(resources);
const valuesOf = (address: string) =>
  plan.planned_values.root_module.resources.find((resource) => resource.address === address)?.values;

test('resources and inputs are called as Terraform calls them', () => {
  assert.deepEqual(valuesOf('aws_s3_bucket.objects'), { bucket: 'the-bucket', tags: { someThing: 'kept' } });
  assert.equal(valuesOf('aws_db_instance.database')?.instance_class, 'db.t4g.small');
});

test('blocks are in lists, and lists of them under the singular too', () => {
  const { versioning_configuration } = valuesOf('aws_s3_bucket_versioning.versions') ?? {};
  assert.deepEqual(versioning_configuration, [{ status: 'Enabled' }]);
  const { rule } = valuesOf('aws_s3_bucket_lifecycle_configuration.life') ?? {};
  assert.deepEqual(rule, [{ id: 'old', status: 'Enabled' }]);
});

test('what an input names is known, so that checks can follow it', () => {
  const versions = plan.configuration.root_module.resources.find(({ name }) => name === 'versions');
  const references = ['aws_s3_bucket.objects.id', 'aws_s3_bucket.objects'];
  assert.deepEqual(versions?.expressions.bucket, { references });
});

test('no secret is in it', () => {
  assert.ok(!JSON.stringify(plan).includes('not-to-be-seen'));
});
