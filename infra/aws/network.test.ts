import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ACCOUNT, type Registered, runProgram } from '../testing/run-program.ts';
import { Network } from './network.ts';

const ZONES = ['eu-central-1a', 'eu-central-1b', 'eu-central-1c'];

async function network({ natPerZone }: { natPerZone: boolean }) {
  const { resources } = await runProgram('prod', {}, () => {
    const { vpcId, publicSubnetIds, privateSubnetIds, dataSubnetIds } = new Network('network', {
      region: 'eu-central-1',
      account: ACCOUNT,
      zones: ZONES,
      cidr: '10.0.0.0/16',
      natPerZone,
      rolePath: '/logomorph/prod/',
      logKeyArn: 'arn:aws:kms:::key',
      logRetentionDays: 30,
    });
    return { vpcId, publicSubnetIds, privateSubnetIds, dataSubnetIds };
  });
  return (type: string) => resources.filter((resource) => resource.type === `aws:${type}`);
}

const byName = (resources: Registered[], name: string) => {
  const found = resources.find((resource) => resource.name === name);
  assert.ok(found, name);
  return found.inputs;
};

// Both before any test: they make their resources up in the same place.
const perZone = await network({ natPerZone: true });
const single = await network({ natPerZone: false });

describe('the network', () => {
  const ofType = perZone;

  test('has a public, a private and a data subnet in each of three zones', () => {
    const subnets = ofType('ec2/subnet:Subnet');
    for (const tier of ['public', 'private', 'data']) {
      const own = subnets.filter(({ name }) => name.startsWith(tier));
      assert.deepEqual(
        own.map(({ inputs }) => inputs.availabilityZone),
        ZONES,
        tier,
      );
    }
    assert.equal(new Set(subnets.map(({ inputs }) => inputs.cidrBlock)).size, 9);
    for (const { inputs } of subnets) assert.ok(!inputs.mapPublicIpOnLaunch);
  });

  test('tells load balancers which subnets are theirs', () => {
    const tag = (name: string, key: string) => Object(byName(ofType('ec2/subnet:Subnet'), name).tags)[key];
    assert.equal(tag('public-0', 'kubernetes.io/role/elb'), '1');
    assert.equal(tag('private-0', 'kubernetes.io/role/internal-elb'), '1');
    assert.equal(
      tag('data-0', 'kubernetes.io/role/elb') ?? tag('data-0', 'kubernetes.io/role/internal-elb'),
      undefined,
    );
  });

  test('leads out of public and private subnets, and nowhere out of those for data', () => {
    const out = ofType('ec2/route:Route').map(({ inputs }) => [
      inputs.routeTableId,
      inputs.gatewayId ?? inputs.natGatewayId,
    ]);
    assert.deepEqual(out, [
      ['public-0-id', 'network-id'],
      ['public-1-id', 'network-id'],
      ['public-2-id', 'network-id'],
      ['private-0-id', 'nat-0-id'],
      ['private-1-id', 'nat-1-id'],
      ['private-2-id', 'nat-2-id'],
    ]);
    assert.equal(ofType('ec2/routeTableAssociation:RouteTableAssociation').length, 9);
  });

  test('has pods reach S3 without a NAT gateway', () => {
    const [{ inputs } = assert.fail('there is no endpoint')] = ofType('ec2/vpcEndpoint:VpcEndpoint');
    assert.equal(inputs.vpcEndpointType, 'Gateway');
    assert.equal(inputs.serviceName, 'com.amazonaws.eu-central-1.s3');
    assert.deepEqual(inputs.routeTableIds, ['private-0-id', 'private-1-id', 'private-2-id']);
  });

  test('lets nothing through by the default security group', () => {
    const [{ inputs } = assert.fail('it is as AWS made it')] = ofType('ec2/defaultSecurityGroup:DefaultSecurityGroup');
    assert.deepEqual([inputs.ingress, inputs.egress], [[], []]);
  });

  test('writes down who connected to whom, encrypted and for so long', () => {
    const [group] = ofType('cloudwatch/logGroup:LogGroup');
    assert.equal(group?.inputs.retentionInDays, 30);
    assert.equal(group?.inputs.kmsKeyId, 'arn:aws:kms:::key');
    const [log] = ofType('ec2/flowLog:FlowLog');
    assert.deepEqual([log?.inputs.vpcId, log?.inputs.trafficType], ['network-id', 'ALL']);
    const [policy] = ofType('iam/rolePolicy:RolePolicy');
    assert.doesNotMatch(String(policy?.inputs.policy), /"Resource":"\*"/);
  });
});

test('a network with a single way out takes it from all zones', () => {
  const ofType = single;
  assert.equal(ofType('ec2/natGateway:NatGateway').length, 1);
  const ways = ofType('ec2/route:Route').flatMap(({ inputs }) => inputs.natGatewayId ?? []);
  assert.deepEqual(ways, ['nat-0-id', 'nat-0-id', 'nat-0-id']);
});
