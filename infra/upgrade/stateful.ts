import Type from 'typebox';
import { at, type Plain } from '../policy/plain.ts';
import type { Registered } from '../testing/run-program.ts';
import { urnsOf } from './urns.ts';

/** A resource that holds data, or that data cannot be reached without. */
export const Stateful = Type.Object({
  /** What the engine knows it by. */
  urn: Type.String(),
  /** By path, what of its inputs cannot be changed: its provider would make another one, without the data. */
  fixed: Type.Record(Type.String(), Type.Unknown()),
});
export type Stateful = Type.Static<typeof Stateful>;

/** Types that hold data, and the inputs of each that its provider replaces it for. */
const FIXED: Record<string, readonly string[]> = {
  'kubernetes:core/v1:Namespace': ['metadata.name'],
  'kubernetes:core/v1:PersistentVolumeClaim': [
    'metadata.name',
    'metadata.namespace',
    'spec.accessModes',
    'spec.selector',
    'spec.storageClassName',
    'spec.volumeName',
  ],
  'kubernetes:apps/v1:StatefulSet': [
    'metadata.name',
    'metadata.namespace',
    'spec.podManagementPolicy',
    'spec.selector',
    'spec.serviceName',
    'spec.volumeClaimTemplates',
  ],
  'aws:ecr/repository:Repository': ['name', 'encryptionConfigurations'],
  'aws:eks/cluster:Cluster': [
    'name',
    'roleArn',
    'bootstrapSelfManagedAddons',
    'accessConfig.bootstrapClusterCreatorAdminPermissions',
    'encryptionConfig',
    'kubernetesNetworkConfig.ipFamily',
    'kubernetesNetworkConfig.serviceIpv4Cidr',
    'outpostConfig',
  ],
  'aws:elasticache/replicationGroup:ReplicationGroup': [
    'replicationGroupId',
    'atRestEncryptionEnabled',
    'dataTieringEnabled',
    'kmsKeyId',
    'port',
    'securityGroupNames',
    'snapshotArns',
    'snapshotName',
    'subnetGroupName',
    'transitEncryptionEnabled',
  ],
  'aws:kms/key:Key': ['customKeyStoreId', 'customerMasterKeySpec', 'keyUsage', 'multiRegion', 'xksKeyId'],
  'aws:rds/instance:Instance': [
    'availabilityZone',
    'characterSetName',
    'dbName',
    'engine',
    'identifierPrefix',
    'kmsKeyId',
    'snapshotIdentifier',
    'storageEncrypted',
    'timezone',
    'username',
  ],
  'aws:s3/bucket:Bucket': ['bucket', 'bucketPrefix', 'objectLockEnabled'],
  'aws:secretsmanager/secret:Secret': ['name', 'namePrefix'],
};

/** Whether resources of a type hold data. */
export function isStateful(type: string): boolean {
  return Object.hasOwn(FIXED, type);
}

/** What of a stack's resources holds data, each with the URNs that it may have had before. */
export function statefulOf(stack: string, resources: readonly Registered[]): (Stateful & { before: string[] })[] {
  return resources
    .filter(({ type }) => isStateful(type))
    .map((resource) => {
      const [urn = '', ...before] = urnsOf(stack, resource, resources);
      return { urn, fixed: fixedOf(resource.masked, FIXED[resource.type] ?? []), before };
    });
}

/** What a release had and a program has no more, or has with other inputs than can be changed: a line each. */
export function lost(released: readonly Stateful[], now: readonly (Stateful & { before: string[] })[]): string[] {
  return released.flatMap(({ urn, fixed }) => {
    const own = now.find((one) => one.urn === urn || one.before.includes(urn));
    if (own === undefined) return [`${urn} would be deleted`];
    return [...new Set([...Object.keys(fixed), ...Object.keys(own.fixed)])]
      .filter((path) => JSON.stringify(fixed[path]) !== JSON.stringify(own.fixed[path]))
      .map((path) => `${urn} would be replaced: ${path} is no more ${JSON.stringify(fixed[path])}`);
  });
}

function fixedOf(inputs: Plain, paths: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(
    paths.map((path) => [path, at(inputs, path)] as const).filter(([, value]) => value !== undefined),
  );
}
