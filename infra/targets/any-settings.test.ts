import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LOG_DAYS } from '../aws/setting-keys.ts';
import { program } from '../program.ts';
import { runProgram, SUPPLIED, stackConfig } from '../testing/run-program.ts';

const letters = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 3, maxLength: 3 });
const settings = fc.record({
  awsZones: letters.map((zones) => zones.join()),
  vpcCidr: fc.tuple(fc.nat(255), fc.integer({ min: 16, max: 20 })).map(([part, bits]) => `10.${part}.0.0/${bits}`),
  natGateways: fc.constantFrom('single', 'per-zone'),
  nodes: fc.constantFrom(
    { clusterNodes: 'auto' },
    { clusterNodes: 'auto', clientRanges: '192.0.2.0/24,198.51.100.7/32' },
    { clusterNodes: 'auto', domainName: '', hostedZoneId: '' },
    { clusterNodes: 'managed', domainName: '', hostedZoneId: '' },
  ),
  nodeCount: fc.integer({ min: 3, max: 100 }).map(String),
  clusterEndpointCidrs: fc.constantFrom('', '192.0.2.0/24', '192.0.2.0/24,198.51.100.7/32'),
  ciRepository: fc.constantFrom('', 'owner/name'),
  logRetentionDays: fc.constantFrom(...LOG_DAYS),
});

test('whatever valid settings a stack has, it comes to a whole platform in AWS', async () => {
  await fc.assert(
    fc.asyncProperty(settings, async ({ nodes, ...others }) => {
      const given = { ...others, ...nodes };
      const { resources, outputs } = await runProgram(
        'prod',
        stackConfig('prod', { ...SUPPLIED.prod, ...given }),
        program,
      );
      const ofType = (type: string) => resources.filter((resource) => resource.type === `aws:${type}`);
      const zones = given.awsZones.split(',').map((letter) => `eu-central-1${letter}`);
      const subnets = ofType('ec2/subnet:Subnet').map(({ inputs }) => inputs);
      assert.deepEqual(new Set(subnets.map(({ availabilityZone }) => availabilityZone)), new Set(zones));
      assert.equal(new Set(subnets.map(({ cidrBlock }) => cidrBlock)).size, 9);
      assert.equal(ofType('ec2/natGateway:NatGateway').length, given.natGateways === 'single' ? 1 : 3);
      assert.equal(ofType('eks/nodeGroup:NodeGroup').length, given.clusterNodes === 'auto' ? 0 : 1);
      assert.equal('apiUrl' in outputs, !('domainName' in given));
      const params = resources.find(({ type }) => type.endsWith(':IngressClassParams'));
      const ranges = 'clientRanges' in given ? given.clientRanges.split(',') : undefined;
      assert.deepEqual(params?.inputs.spec.inboundCIDRs, ranges);
      assert.equal('deployRole' in outputs, given.ciRepository !== '');
      // Two of one type and name would be one to the engine, which refuses that.
      const names = resources.map(({ type, name }) => `${type} ${name}`);
      assert.deepEqual(
        names.filter((name, i) => names.indexOf(name) !== i),
        [],
      );
    }),
    { numRuns: 8 },
  );
});
