import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Platform } from '../platform.ts';
import { program } from '../program.ts';
import { ACCOUNT, runProgram, SUPPLIED, stackConfig } from '../testing/run-program.ts';
import { AWS_TARGET } from './aws.ts';

for (const stack of ['staging', 'prod']) {
  const { resources, outputs } = await runProgram(stack, stackConfig(stack, SUPPLIED[stack]), program);
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const ofCloud = resources.filter(({ type }) => type.startsWith('aws:'));

  describe(`the AWS account of ${stack}`, () => {
    test('is the one that is named, and all that is made in it has tags', () => {
      const [provider = assert.fail('there is no provider')] = ofType('pulumi:providers:aws');
      const { region, allowedAccountIds, defaultTags } = Object(provider.inputs);
      // Pulumi hands all but texts to providers as JSON.
      assert.deepEqual([region, JSON.parse(allowedAccountIds)], ['eu-central-1', [ACCOUNT]]);
      assert.deepEqual(JSON.parse(defaultTags).tags, {
        project: 'logomorph',
        environment: stack,
        stack,
        'managed-by': 'pulumi',
      });
      assert.ok(ofCloud.length > 40);
      for (const { name, provider } of ofCloud) assert.match(provider, /pulumi:providers:aws::aws::/, name);
    });

    test('has the cluster that all objects of Kubernetes are in', () => {
      assert.equal(outputs.cluster, `logomorph-${stack}`);
      const objects = resources.filter(({ type }) => type.startsWith('kubernetes:'));
      for (const { name, provider } of objects) assert.match(provider, /pulumi:providers:kubernetes::cluster::/, name);
    });

    test('has a way out of each zone where an outage matters', () => {
      assert.equal(ofType('aws:ec2/natGateway:NatGateway').length, stack === 'prod' ? 3 : 1);
    });

    test('has roles where the deploy role may alter them', () => {
      const roles = ofType('aws:iam/role:Role').filter(({ name }) => !['preview', 'deploy'].includes(name));
      assert.equal(roles.length, 7);
      for (const { name, inputs } of roles) assert.equal(inputs.path, `/logomorph/${stack}/`, name);
    });

    test('holds each role that deploys may alter in a boundary that they may not', () => {
      const [boundary = assert.fail('there is none')] = ofType('aws:iam/policy:Policy');
      assert.equal(boundary.inputs.path, `/logomorph-ci/${stack}/`);
      for (const { name, inputs } of ofType('aws:iam/role:Role')) {
        const own = String(inputs.path).startsWith('/logomorph-ci/');
        assert.equal(inputs.permissionsBoundary, own ? undefined : 'arn:aws:iam:::boundary', name);
      }
      const [{ NotAction } = assert.fail()] = JSON.parse(String(boundary.inputs.policy)).Statement;
      assert.ok(NotAction.includes('iam:*') && NotAction.includes('sts:AssumeRole'));
    });

    test('lets pods of the programs at the bucket by the service accounts that they have', () => {
      const accounts = ofType('kubernetes:core/v1:ServiceAccount').map(({ inputs }) => inputs.metadata.name);
      const [bucket = ''] = [stackConfig(stack)['logomorph:s3Bucket']];
      const associations = ofType('aws:eks/podIdentityAssociation:PodIdentityAssociation');
      for (const { inputs } of associations.filter(({ name }) => name !== 'external-secrets')) {
        assert.ok(accounts.includes(String(inputs.serviceAccount)));
        assert.equal(inputs.namespace, 'logomorph');
        const [rights] = ofType('aws:iam/rolePolicy:RolePolicy').filter(({ name }) => name === inputs.serviceAccount);
        assert.ok(String(rights?.inputs.policy).includes(`arn:aws:s3:::${bucket}/*`));
      }
    });

    test('can be set up before the platform is, as nothing in it waits for what is in the cluster', () => {
      const [identity = assert.fail('pods have no rights')] = ofType('logomorph:aws:PodIdentity');
      assert.ok(identity.opts.parent instanceof Platform);
      const [target = assert.fail('there is no target')] = ofType(AWS_TARGET);
      assert.equal(target.opts.parent, undefined);
      assert.equal([target.opts.dependsOn ?? []].flat().length, 0);
    });

    test('keeps what holds data from being deleted', () => {
      for (const type of ['aws:kms/key:Key', 'aws:eks/cluster:Cluster', 'aws:ecr/repository:Repository'])
        for (const { name, opts } of ofType(type)) assert.equal(opts.protect, true, name);
    });
  });
}
