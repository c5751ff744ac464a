import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { program } from '../program.ts';
import {
  ACCOUNT,
  HOST_ACCESS,
  kindOf,
  PASSWORD,
  type Registered,
  runProgram,
  SUPPLIED,
  stackConfig,
} from '../testing/run-program.ts';

const run = async (stack: string, given: Record<string, string> = {}) => {
  let secret: Promise<boolean> | undefined;
  const { resources, outputs } = await runProgram(stack, stackConfig(stack, { ...SUPPLIED[stack], ...given }), () => {
    const outputs = program();
    secret = outputs.guestAccess && pulumi.isSecret(outputs.guestAccess);
    return outputs;
  });
  const ofKind = (kind: string) => resources.filter((one) => one.type.includes(':') && kindOf(one) === kind);
  const only = (kind: string): Registered => {
    const [found, ...more] = ofKind(kind);
    assert.deepEqual(more, [], kind);
    return found ?? assert.fail(`there is no ${kind}`);
  };
  return { resources, outputs, ofKind, only, toldInSecret: await secret };
};

const guest = await run('pr');
const inAws = await run('pr', { target: 'aws', awsAccount: ACCOUNT });
const host = await run('local', { guests: 'true' });
const access: typeof HOST_ACCESS = Object(host.outputs.guestAccess);

describe('the stack of a pull request', () => {
  test('makes no cluster, no data store and no bucket', () => {
    for (const { resources, ofKind } of [guest, inAws]) {
      assert.deepEqual(ofKind('StatefulSet'), []);
      const cloud = resources.filter(({ type }) => type.startsWith('aws:')).map(({ type }) => type.split(':')[1]);
      assert.deepEqual([...new Set(cloud.map((type) => type?.split('/')[0]))], cloud.length > 0 ? ['iam', 'eks'] : []);
    }
    assert.ok(inAws.resources.some(({ type }) => type.startsWith('aws:')));
    assert.deepEqual(inAws.ofKind('Cluster'), []);
  });

  test('protects nothing, and says in the cluster when it ends and whose guest it is', () => {
    for (const { opts, name } of guest.resources) assert.notEqual(opts.protect, true, name);
    const { labels, name } = guest.only('Namespace').inputs.metadata;
    assert.equal(name, 'pr-12');
    assert.equal(labels['logomorph/expires'], '2026-12-02');
    assert.equal(labels['logomorph/guest-of'], 'logomorph');
  });

  test('has the stores of its host, by its own name in them and with its own key', () => {
    const { data } = guest.only('ConfigMap').inputs;
    assert.deepEqual([data?.STORE_NAMESPACE, data?.S3_BUCKET, data?.S3_ENDPOINT], ['pr-12', 'logomorph-staging', '']);
    const secrets = guest.only('Secret').inputs.stringData;
    assert.deepEqual([secrets?.DATABASE_URL, secrets?.REDIS_URL], [HOST_ACCESS.databaseUrl, HOST_ACCESS.redisUrl]);
    assert.match(secrets?.SECRETS_KEY ?? '', /^[A-Za-z0-9+/]{43}=$/);
  });

  test('can be purged before anything of it is in the stores, by what is never due', () => {
    const { spec } = guest.only('CronJob').inputs;
    assert.equal(spec.suspend, true);
    const migrations = guest.resources.find(({ type }) => type === 'logomorph:kubernetes:Migrations');
    const before = [migrations?.opts.dependsOn ?? []].flat().map((one) => Object(one).__name);
    assert.ok(before.includes('purge'), before.join());
  });

  test('has rights in AWS at its part of the bucket alone, by roles below those of its host', () => {
    const policies = inAws.ofKind('RolePolicy');
    assert.deepEqual(policies.map(({ name }) => name).sort(), ['api', 'purge', 'worker']);
    for (const { inputs } of policies) {
      const resources = [...String(inputs.policy).matchAll(/arn:aws:s3:::[^"]+/g)].map(([arn]) => arn);
      for (const arn of resources) assert.match(arn, /^arn:aws:s3:::logomorph-staging(\/pr-12\/.*)?$/);
      assert.ok(resources.length > 1);
    }
    for (const { inputs } of inAws.ofKind('Role'))
      assert.deepEqual([inputs.path, inputs.permissionsBoundary], ['/logomorph/staging/', 'arn:aws:iam:::boundary']);
    for (const { inputs } of inAws.ofKind('PodIdentityAssociation'))
      assert.deepEqual([inputs.clusterName, inputs.namespace], ['logomorph-staging', 'pr-12']);
    assert.match(inAws.only('CronJob').provider, /pulumi:providers:kubernetes::host/);
  });
});

describe('a stack that takes guests', () => {
  test('tells them, as a secret, where its stores are from another namespace, and not its own key', () => {
    assert.equal(host.toldInSecret, true);
    assert.equal(access.databaseUrl, `postgres://logomorph:${PASSWORD}@postgres.logomorph.svc:5432/logomorph`);
    assert.match(access.redisUrl, /@redis\.logomorph\.svc:6379/);
    assert.match(access.endpoint, /^http:\/\/object-store\.logomorph\.svc:\d+$/);
    assert.ok(!JSON.stringify(access).includes(SUPPLIED.local?.secretsKey ?? '?'));
  });

  test('lets their pods at its stores, and at nothing else', () => {
    const open = host
      .ofKind('NetworkPolicy')
      .filter(({ inputs }) => JSON.stringify(inputs.spec).includes('"logomorph/guest-of":"logomorph"'))
      .map(({ name }) => name);
    assert.deepEqual(open.sort(), ['object-store', 'postgres', 'redis']);
  });
});
