import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { runProgram } from '../testing/run-program.ts';
import { Cluster, type ClusterArgs } from './cluster.ts';

async function cluster(more: Partial<ClusterArgs> = {}) {
  const { resources, outputs } = await runProgram('prod', {}, () => {
    const { name, securityGroupId } = new Cluster('cluster', {
      clusterName: 'logomorph-prod',
      region: 'eu-central-1',
      rolePath: '/logomorph/prod/',
      kubernetesVersion: '1.35',
      subnetIds: ['a', 'b', 'c'],
      endpointCidrs: [],
      admins: ['arn:aws:iam::123456789012:role/admin'],
      viewers: ['arn:aws:iam::123456789012:role/preview'],
      nodes: undefined,
      keyArn: 'arn:aws:kms:::key',
      logRetentionDays: 30,
      tags: { project: 'test' },
      protect: true,
      ...more,
    });
    return { name, securityGroupId };
  });
  const ofType = (type: string) => resources.filter((resource) => resource.type === type);
  const [own = assert.fail('there is no cluster')] = ofType('aws:eks/cluster:Cluster');
  return { ofType, own, inputs: Object(own.inputs), outputs };
}

const MANAGED = { nodes: { type: 'm7i.large', count: 3 } };

// One after the other, and before any test: all make their resources up in the same place.
const auto = await cluster();
const open = await cluster({ endpointCidrs: ['192.0.2.0/24'] });
const thrownAway = await cluster({ protect: false });
const managed = await cluster(MANAGED);

describe('the cluster', () => {
  const { ofType, own, inputs, outputs } = auto;

  test('is known by its name, and pods by their security group', () => {
    assert.deepEqual(outputs, { name: 'logomorph-prod', securityGroupId: 'sg-cluster' });
  });

  test('lets in those with an access entry, and not whoever made it', () => {
    assert.deepEqual(inputs.accessConfig, {
      authenticationMode: 'API',
      bootstrapClusterCreatorAdminPermissions: false,
    });
    assert.equal(ofType('aws:eks/accessEntry:AccessEntry').length, 2);
    const rights = ofType('aws:eks/accessPolicyAssociation:AccessPolicyAssociation');
    assert.deepEqual(
      rights.map(({ inputs }) => [inputs.principalArn, String(inputs.policyArn).split('/').at(-1)]),
      [
        ['arn:aws:iam::123456789012:role/admin', 'AmazonEKSClusterAdminPolicy'],
        ['arn:aws:iam::123456789012:role/preview', 'AmazonEKSViewPolicy'],
      ],
    );
  });

  test('encrypts secrets, and keeps all its logs for so long', () => {
    assert.deepEqual(inputs.encryptionConfig, {
      provider: { keyArn: 'arn:aws:kms:::key' },
      resources: ['secrets'],
    });
    assert.deepEqual(inputs.enabledClusterLogTypes, [
      'api',
      'audit',
      'authenticator',
      'controllerManager',
      'scheduler',
    ]);
    const [logs] = ofType('aws:cloudwatch/logGroup:LogGroup');
    assert.equal(logs?.inputs.name, '/aws/eks/logomorph-prod/cluster');
    assert.equal(logs?.inputs.retentionInDays, 30);
  });

  test('is reached from the VPC alone, or from those networks too', () => {
    assert.deepEqual(inputs.vpcConfig, {
      subnetIds: ['a', 'b', 'c'],
      endpointPrivateAccess: true,
      endpointPublicAccess: false,
    });
    const { vpcConfig } = open.inputs;
    assert.deepEqual([vpcConfig.endpointPublicAccess, vpcConfig.publicAccessCidrs], [true, ['192.0.2.0/24']]);
  });

  test('cannot be deleted, neither by the engine nor in AWS', () => {
    assert.deepEqual([own.opts.protect, inputs.deletionProtection], [true, true]);
    assert.deepEqual([thrownAway.own.opts.protect, thrownAway.inputs.deletionProtection], [false, false]);
  });

  test('is spoken to with a token that is asked for each time', () => {
    const [provider] = ofType('pulumi:providers:kubernetes');
    const { users, clusters } = JSON.parse(String(provider?.inputs.kubeconfig));
    assert.equal(clusters[0].cluster.server, 'https://cluster.test');
    assert.deepEqual(Object.keys(users[0].user), ['exec']);
    assert.equal(users[0].user.exec.command, 'aws');
    assert.ok(users[0].user.exec.args.includes('logomorph-prod'));
  });

  test('has EKS mind nodes, disks and load balancers, and act on network policies', () => {
    assert.equal(inputs.computeConfig.enabled, true);
    assert.equal(inputs.kubernetesNetworkConfig.elasticLoadBalancing.enabled, true);
    assert.equal(inputs.storageConfig.blockStorage.enabled, true);
    assert.equal(ofType('aws:eks/nodeGroup:NodeGroup').length, 0);
    const [config] = ofType('kubernetes:core/v1:ConfigMap');
    assert.deepEqual(config?.inputs.data, { 'enable-network-policy-controller': 'true' });
    assert.deepEqual(
      ofType('aws:eks/addon:Addon').map(({ name }) => name),
      ['metrics-server'],
    );
  });

  test('has disks for whatever asks for a volume and names no class, encrypted, in the zone of its pod', () => {
    const [of = assert.fail('there is no class of volumes')] = ofType('kubernetes:storage.k8s.io/v1:StorageClass');
    const { metadata, provisioner, parameters, volumeBindingMode } = of.inputs;
    assert.deepEqual(metadata.annotations, { 'storageclass.kubernetes.io/is-default-class': 'true' });
    assert.deepEqual(
      [provisioner, parameters, volumeBindingMode],
      ['ebs.csi.eks.amazonaws.com', { type: 'gp3', encrypted: 'true' }, 'WaitForFirstConsumer'],
    );
  });
});

describe('a cluster with managed nodes', () => {
  const { ofType, inputs } = managed;

  test('has so many of them, and all that EKS would else bring itself', () => {
    for (const part of [inputs.computeConfig, inputs.storageConfig.blockStorage]) assert.equal(part.enabled, false);
    const [group] = ofType('aws:eks/nodeGroup:NodeGroup');
    assert.deepEqual(group?.inputs.scalingConfig, { minSize: 3, desiredSize: 3, maxSize: 3 });
    assert.deepEqual(group?.inputs.instanceTypes, ['m7i.large']);
    const addOns = ofType('aws:eks/addon:Addon').map(({ name }) => name);
    assert.deepEqual(addOns.sort(), [
      'aws-ebs-csi-driver',
      'coredns',
      'eks-pod-identity-agent',
      'kube-proxy',
      'metrics-server',
      'vpc-cni',
    ]);
    const [network] = ofType('aws:eks/addon:Addon').filter(({ name }) => name === 'vpc-cni');
    assert.deepEqual(JSON.parse(String(network?.inputs.configurationValues)), { enableNetworkPolicy: 'true' });
  });

  test('has disks by a driver of its own, which makes them with a role that only its pods have', () => {
    const [of] = ofType('kubernetes:storage.k8s.io/v1:StorageClass');
    assert.equal(of?.inputs.provisioner, 'ebs.csi.aws.com');
    const [driver] = ofType('aws:eks/addon:Addon').filter(({ name }) => name === 'aws-ebs-csi-driver');
    const roleArn = 'arn:aws:iam:::ebs-csi-controller-sa';
    assert.deepEqual(driver?.inputs.podIdentityAssociations, [{ serviceAccount: 'ebs-csi-controller-sa', roleArn }]);
    const [role] = ofType('aws:iam/role:Role').filter(({ name }) => name === 'ebs-csi-controller-sa');
    assert.match(String(role?.inputs.assumeRolePolicy), /"aws:RequestTag\/kubernetes-namespace":"kube-system"/);
    const [rights] = ofType('aws:iam/rolePolicyAttachment:RolePolicyAttachment').filter(({ name }) =>
      name.endsWith('AmazonEBSCSIDriverPolicy'),
    );
    assert.equal(rights?.inputs.policyArn, 'arn:aws:iam::aws:policy/service-role/AmazonEBSCSIDriverPolicy');
  });

  test('keeps credentials of nodes from pods, encrypts their disks, and tags both', () => {
    const [template] = ofType('aws:ec2/launchTemplate:LaunchTemplate');
    const { metadataOptions, blockDeviceMappings, tagSpecifications } = Object(template?.inputs);
    const tagged = ['instance', 'volume'].map((resourceType) => ({ resourceType, tags: { project: 'test' } }));
    assert.deepEqual(tagSpecifications, tagged);
    assert.equal(metadataOptions.httpTokens, 'required');
    assert.equal(metadataOptions.httpPutResponseHopLimit, 1);
    assert.equal(blockDeviceMappings[0].ebs.encrypted, 'true');
  });
});

test('whatever uses a role waits for its rights', () => {
  const { ofType, own } = managed;
  const waits = [own, ...ofType('aws:eks/nodeGroup:NodeGroup')].map(({ opts }) => [opts.dependsOn].flat().length);
  assert.deepEqual(waits, [2, 4]);
});
