import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as pulumi from '@pulumi/pulumi';
import { readSettings } from '../settings.ts';
import { mockStack, SUPPLIED, stackConfig } from '../testing/run-program.ts';

/** The target of a stack whose config differs by what is given. */
async function target(given: Record<string, string>, stack = 'prod') {
  await mockStack(stack, stackConfig(stack, { ...SUPPLIED[stack], ...given }));
  const { target } = readSettings();
  return target.kind === 'aws' ? target : assert.fail(target.kind);
}

async function errors(given: Record<string, string>, stack?: string): Promise<string> {
  const error: unknown = await target(given, stack).catch((error: unknown) => error);
  assert.ok(error instanceof pulumi.RunError, String(error));
  return error.message;
}

test('prod is made in three zones of its region, with nodes that EKS minds', async () => {
  const { zones, natPerZone, nodes, endpointCidrs, logRetentionDays } = await target({});
  assert.deepEqual(zones, ['eu-central-1a', 'eu-central-1b', 'eu-central-1c']);
  assert.deepEqual(
    { natPerZone, nodes, endpointCidrs, logRetentionDays },
    {
      natPerZone: true,
      nodes: undefined,
      endpointCidrs: [],
      logRetentionDays: 365,
    },
  );
});

const UNSEEN = { domainName: '', hostedZoneId: '' };

test('clients of the internet reach what has a name, in a zone, and is before nodes that EKS minds', async () => {
  const { edge } = await target({});
  const name = { domainName: 'api.example.com', zoneId: 'Z0123456789ABCDEFGHIJ' };
  assert.deepEqual(edge, { ...name, clientRanges: [], rateLimit: 50_000 });
  assert.deepEqual((await target({ clientRanges: '192.0.2.0/24' })).edge?.clientRanges, ['192.0.2.0/24']);
  assert.equal((await target(UNSEEN)).edge, undefined);
  assert.match(await errors({ hostedZoneId: '' }), /hostedZoneId of stack "prod" is missing, and domainName is set/);
  assert.match(await errors({ domainName: '' }), /hostedZoneId of stack "prod" must not be set without domainName/);
  assert.match(await errors({ clusterNodes: 'managed' }), /domainName .* nothing there makes a load balancer/);
  assert.match(await errors({ deregistrationDelaySeconds: '9' }), /must not be below 10 where domainName is set/);
  assert.match(await errors({ domainName: 'https://api.example.com' }), /domainName .* must be a name of DNS/);
});

test('nodes can be a group of so many', async () => {
  const { nodes } = await target({ ...UNSEEN, clusterNodes: 'managed', nodeCount: '6', nodeType: 'c7i.xlarge' });
  assert.deepEqual(nodes, { type: 'c7i.xlarge', count: 6 });
});

test('an account and someone who may deploy are asked for', async () => {
  const found = await errors({ awsAccount: '', clusterAdmins: '' });
  assert.match(found, /awsAccount of stack "prod" is missing, and target is "aws"/);
  assert.match(found, /clusterAdmins of stack "prod" is missing, and else nobody could deploy into the cluster/);
});

test('what AWS would refuse is refused before', async () => {
  const wrong: [Record<string, string>, RegExp][] = [
    [{ awsAccount: '1234' }, /awsAccount .* must be 12 digits/],
    [{ awsZones: 'a,b' }, /awsZones .* must be three letters/],
    [{ vpcCidr: '10.0.0.0/8' }, /vpcCidr .* must be an IPv4 network from \/16 to \/20/],
    [{ vpcCidr: '10.0.1.0/16' }, /vpcCidr .* must begin at an address of its size/],
    [{ kubernetesVersion: 'latest' }, /kubernetesVersion .* must be a version/],
    [{ logRetentionDays: '8' }, /logRetentionDays .* must be one of 7, 30/],
    [{ clusterAdmins: 'me' }, /clusterAdmins .* must be ARNs/],
    [{ ciRepository: 'name' }, /ciRepository .* must be owner\/name/],
    [{ ciRepository: '', ciStateBucket: 'state' }, /ciStateBucket .* must not be set without ciRepository/],
    [{ nodeCount: '2', clusterNodes: 'managed' }, /nodeCount .* must be a whole number from 3/],
  ];
  for (const [given, message] of wrong) assert.match(await errors(given), message);
});

test('the API of the cluster is never open to all of the internet', async () => {
  for (const clusterEndpointCidrs of ['0.0.0.0/0', '192.0.2.0/24,0.0.0.0/1', '300.0.2.0/24'])
    assert.match(await errors({ clusterEndpointCidrs }), /clusterEndpointCidrs .* must be IPv4 networks from \/8/);
  assert.deepEqual((await target({ clusterEndpointCidrs: '192.0.2.0/24,198.51.100.7/32' })).endpointCidrs, [
    '192.0.2.0/24',
    '198.51.100.7/32',
  ]);
});

test('nothing in AWS is for throwing away, nor has volumes', async () => {
  const aws = { awsAccount: '123456789012', clusterAdmins: 'arn:aws:iam::123456789012:role/admin', target: 'aws' };
  const found = await errors(aws, 'local');
  assert.match(found, /target of stack "local" must be kubernetes where environment is local/);
  assert.match(found, /dataStores of stack "local" must not be in-cluster where target is aws/);
});
