import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { program } from '../program.ts';
import { runProgram, SUPPLIED, stackConfig } from '../testing/run-program.ts';
import { memoryGib } from './alarm-table.ts';

const EMAIL = 'operators@example.test';
const GIB = 1024 ** 3;

for (const stack of ['staging', 'prod']) {
  const { resources } = await runProgram(stack, stackConfig(stack, SUPPLIED[stack]), program);
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const one = (type: string) => ofType(type)[0]?.inputs ?? assert.fail(type);
  const alarms = new Map(ofType('aws:cloudwatch/metricAlarm:MetricAlarm').map(({ name, inputs }) => [name, inputs]));
  const alarm = (name: string) => alarms.get(name) ?? assert.fail(name);
  const prod = stack === 'prod';

  describe(`the alarms of ${stack}`, () => {
    test('are about Postgres, each node of Redis and each way in and out, and tell of their end too', () => {
      const nodes = prod ? [1, 2] : [1];
      const ofNode = ['cpu', 'evictions', 'memory', ...(prod ? ['lag'] : [])];
      const expected = [
        ...['connections', 'cpu', 'memory', 'storage'].map((what) => `database-${what}`),
        ...nodes.flatMap((node) => ofNode.map((what) => `queue-${node}-${what}`)),
        ...(prod ? [1, 2, 3] : [1]).map((number) => `nat-${number}-ports`),
        'balancer-errors',
        'balancer-refusals',
        'firewall-rate',
        'certificate-expiry',
      ];
      assert.deepEqual([...alarms.keys()].sort(), expected.sort());
      for (const [name, { alarmActions, okActions, ...inputs }] of alarms) {
        assert.deepEqual([alarmActions, okActions], [['arn:aws:sns:::notices'], ['arn:aws:sns:::notices']], name);
        assert.equal(inputs.name, `logomorph-${stack}-${name}`);
        assert.ok(Number(inputs.threshold) >= 0, name);
      }
    });

    test('go by the sizes that the stack has, of the very resources that it made', () => {
      assert.deepEqual(alarm('database-cpu').dimensions, { DBInstanceIdentifier: `logomorph-${stack}` });
      assert.deepEqual(alarm('queue-1-memory').dimensions, { CacheClusterId: `logomorph-${stack}-001` });
      assert.deepEqual(alarm('nat-1-ports').dimensions, { NatGatewayId: 'nat-0-id' });
      assert.deepEqual(alarm('balancer-errors').dimensions, {
        LoadBalancer: `app/logomorph-${stack}/0123456789abcdef`,
      });
      const firewall = { WebACL: `logomorph-${stack}`, Region: 'eu-central-1', Rule: 'rate' };
      assert.deepEqual(alarm('firewall-rate').dimensions, firewall);
      const certificate = alarm('certificate-expiry');
      const { certificateArn } = one('aws:acm/certificateValidation:CertificateValidation');
      assert.deepEqual(certificate.dimensions, { CertificateArn: certificateArn });
      assert.deepEqual([certificate.threshold, certificate.period, certificate.evaluationPeriods], [30, 86_400, 1]);
      const storage = alarm('database-storage');
      assert.deepEqual([storage.period, storage.evaluationPeriods], [60, 15]);
      assert.deepEqual(
        [storage.threshold, storage.comparisonOperator],
        [(prod ? 100 : 20) * GIB * 0.05, 'LessThanThreshold'],
      );
      // By AWS's formula an instance of 8 GiB takes about 900 connections.
      assert.equal(alarm('database-connections').threshold, prod ? 720 : 180);
    });

    test('are told to the address by a topic that nobody but AWS of the account writes to, and nobody reads', () => {
      assert.equal(one('aws:sns/topic:Topic').kmsMasterKeyId, 'arn:aws:kms:::platform');
      const [statement] = JSON.parse(String(one('aws:sns/topicPolicy:TopicPolicy').policy)).Statement;
      assert.deepEqual(statement.Principal, { Service: 'cloudwatch.amazonaws.com' });
      assert.deepEqual(statement.Condition, { StringEquals: { 'aws:SourceAccount': '123456789012' } });
      const { protocol, endpoint } = one('aws:sns/topicSubscription:TopicSubscription');
      assert.deepEqual([protocol, endpoint], ['email', EMAIL]);
    });

    test('have a budget beside them, of which the address is told before and after it is spent', () => {
      const { limitAmount, limitUnit, timeUnit, notifications } = one('aws:budgets/budget:Budget');
      assert.deepEqual([limitAmount, limitUnit, timeUnit], [prod ? '2000' : '500', 'USD', 'MONTHLY']);
      const told = JSON.parse(JSON.stringify(notifications)).map((one: Record<string, unknown>) => [
        one.notificationType,
        one.threshold,
        one.subscriberEmailAddresses,
      ]);
      assert.deepEqual(told, [
        ['ACTUAL', 80, [EMAIL]],
        ['FORECASTED', 80, [EMAIL]],
        ['ACTUAL', 100, [EMAIL]],
        ['FORECASTED', 100, [EMAIL]],
      ]);
    });
  });
}

test('the memory of a class follows from its family and size', () => {
  const known = {
    'db.t4g.micro': 1,
    'db.t4g.medium': 4,
    'db.m7g.large': 8,
    'db.m7g.xlarge': 16,
    'db.r7g.4xlarge': 128,
  };
  for (const [name, gib] of Object.entries(known)) assert.equal(memoryGib(name), gib, name);
});
