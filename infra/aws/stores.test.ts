import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { program } from '../program.ts';
import { type Registered, runProgram, STORE_PASSWORD, SUPPLIED, stackConfig } from '../testing/run-program.ts';
import { secretValues } from '../testing/secret-values.ts';

/** Inputs that AWS would be told, of a kind that is there once. */
function only(resources: readonly Registered[], type: string): Record<string, unknown> & { opts: Registered['opts'] } {
  const [found, ...more] = resources.filter((one) => one.type === type && one.name !== 'access-logs');
  assert.ok(found && more.length === 0, type);
  return { ...found.inputs, opts: found.opts };
}

/** Those of the inputs that are expected, to be compared. */
function picked(inputs: Record<string, unknown>, expected: object): object {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, inputs[key]]));
}

for (const stack of ['staging', 'prod']) {
  const { resources } = await runProgram(stack, stackConfig(stack, SUPPLIED[stack]), program);
  const prod = stack === 'prod';
  const one = (type: string) => only(resources, type);

  describe(`the data stores of ${stack}`, () => {
    test('are a Postgres that is closed, encrypted, kept and backed up', () => {
      const database = one('aws:rds/instance:Instance');
      const expected = {
        multiAz: prod,
        backupRetentionPeriod: prod ? 35 : 7,
        deletionProtection: true,
        skipFinalSnapshot: false,
        storageEncrypted: true,
        publiclyAccessible: false,
        performanceInsightsEnabled: true,
        password: STORE_PASSWORD,
      };
      assert.deepEqual(picked(database, expected), expected);
      assert.equal(database.opts.protect, true);
      assert.deepEqual(database.opts.ignoreChanges, ['allocatedStorage']);
      const { parameters } = one('aws:rds/parameterGroup:ParameterGroup');
      assert.ok(JSON.stringify(parameters).includes('{"name":"rds.force_ssl","value":"1"}'));
    });

    test('are a Redis that evicts nothing, is in one piece, and outlives a zone where that matters', () => {
      const redis = one('aws:elasticache/replicationGroup:ReplicationGroup');
      const expected = {
        clusterMode: 'disabled',
        numCacheClusters: prod ? 2 : 1,
        multiAzEnabled: prod,
        automaticFailoverEnabled: prod,
        transitEncryptionEnabled: true,
        transitEncryptionMode: 'required',
        atRestEncryptionEnabled: true,
        authToken: STORE_PASSWORD,
        snapshotRetentionLimit: prod ? 7 : 0,
        finalSnapshotIdentifier: `logomorph-${stack}-final`,
      };
      assert.deepEqual(picked(redis, expected), expected);
      assert.equal(redis.opts.protect, true);
      const { parameters } = one('aws:elasticache/parameterGroup:ParameterGroup');
      assert.deepEqual(parameters, [{ name: 'maxmemory-policy', value: 'noeviction' }]);
    });

    test('are a bucket that keeps versions for some days, and is emptied by nobody', () => {
      const bucket = one('aws:s3/bucket:Bucket');
      assert.equal(bucket.forceDestroy, false);
      assert.equal(bucket.opts.protect, true);
      assert.deepEqual(one('aws:s3/bucketVersioning:BucketVersioning').versioningConfiguration, { status: 'Enabled' });
      const { rules } = one('aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration');
      const text = JSON.stringify(rules);
      assert.ok(text.includes(`"noncurrentDays":${prod ? 30 : 7}`) && text.includes('"daysAfterInitiation":1'), text);
    });

    test('let pods in at their ports alone, and have no way out', () => {
      const ways = resources.filter(({ type }) => type === 'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule');
      for (const { inputs } of ways) assert.equal(inputs.referencedSecurityGroupId, 'sg-cluster');
      assert.deepEqual(ways.map(({ inputs }) => [inputs.fromPort, inputs.toPort]).sort(), [
        [5432, 5432],
        [6379, 6379],
      ]);
    });

    test('have to prove who they are to each program that connects to Postgres', () => {
      const authorities = readFileSync(join(import.meta.dirname, '../testing/database-ca.pem'), 'utf8');
      const config = resources.find(
        ({ type, name }) => type === 'kubernetes:core/v1:ConfigMap' && name === 'database-ca',
      );
      assert.deepEqual(config?.inputs.data, { 'database-ca.pem': authorities });
      for (const name of ['api', 'worker', 'migrations']) {
        const found = resources.find((one) => /:(Deployment|Job)$/.test(one.type) && one.name === name);
        const { volumes, containers } = found?.inputs.spec.template.spec ?? assert.fail(name);
        const volume = volumes?.find(({ configMap }) => configMap?.name === 'database-ca-made-up');
        const mount = containers[0]?.volumeMounts?.find((one) => one.name === volume?.name);
        assert.deepEqual([mount?.mountPath, mount?.readOnly], ['/etc/logomorph', true], name);
      }
    });

    test('write logs into groups that were there before them, with a key and an end', () => {
      const expected = [
        `/aws/elasticache/logomorph-${stack}`,
        `/aws/rds/instance/logomorph-${stack}/postgresql`,
        `/aws/rds/instance/logomorph-${stack}/upgrade`,
      ];
      const groups = resources.filter(
        ({ type, inputs }) => /logGroup:/.test(type) && expected.includes(String(inputs.name)),
      );
      assert.deepEqual(groups.map(({ inputs }) => inputs.name).sort(), expected);
      for (const { inputs } of groups) assert.equal(inputs.retentionInDays, prod ? 365 : 30);
      const waited = [one('aws:rds/instance:Instance').opts.dependsOn].flat();
      assert.equal(waited.length, 2);
    });

    test('are told to the programs in secrets, with passwords and over TLS', () => {
      assert.deepEqual(picked(secretValues(resources, 'app'), { DATABASE_URL: '', REDIS_URL: '' }), {
        DATABASE_URL: `postgres://logomorph:${STORE_PASSWORD}@database.test:5432/logomorph?sslmode=verify-full&sslrootcert=/etc/logomorph/database-ca.pem`,
        REDIS_URL: `rediss://:${STORE_PASSWORD}@queue.test:6379`,
      });
      const others = resources.filter(({ type }) => !/:SecretVersion$|rds\/instance|replicationGroup/.test(type));
      for (const { name, inputs } of others) assert.ok(!JSON.stringify(inputs).includes(STORE_PASSWORD), name);
    });
  });
}

test('pages of the origins that are named may upload to the bucket, and no others', async () => {
  const given = { ...SUPPLIED.prod, corsOrigins: 'https://a.test,https://b.test' };
  const { resources } = await runProgram('prod', stackConfig('prod', given), program);
  const { corsRules } = only(resources, 'aws:s3/bucketCorsConfiguration:BucketCorsConfiguration');
  const [rule] = Array.isArray(corsRules) ? corsRules : [];
  assert.deepEqual([rule.allowedOrigins, rule.allowedMethods], [['https://a.test', 'https://b.test'], ['PUT']]);
});
