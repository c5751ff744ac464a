import { belongs } from './exposure.ts';
import { at, isPlain, listAt, textAt, texts } from './plain.ts';
import type { Finding, Rule, Subject } from './rule.ts';
import { statements } from './statements.ts';

/** What must be so for a type of resource to be encrypted: the words for when it is not, and the check. */
const ENCRYPTED: Record<string, readonly (readonly [string, (inputs: unknown) => boolean])[]> = {
  'aws:rds/instance:Instance': [
    ['has a volume that is not encrypted', (inputs) => at(inputs, 'storageEncrypted') === true],
  ],
  'aws:rds/cluster:Cluster': [
    ['has a volume that is not encrypted', (inputs) => at(inputs, 'storageEncrypted') === true],
  ],
  'aws:rds/parameterGroup:ParameterGroup': [['takes connections without TLS', forcesTls]],
  'aws:elasticache/replicationGroup:ReplicationGroup': [
    ['is not encrypted at rest', (inputs) => at(inputs, 'atRestEncryptionEnabled') === true],
    [
      'takes connections without TLS',
      (inputs) =>
        at(inputs, 'transitEncryptionEnabled') === true && at(inputs, 'transitEncryptionMode') !== 'preferred',
    ],
    [
      'asks for no password',
      (inputs) => at(inputs, 'authToken') !== undefined || at(inputs, 'userGroupIds') !== undefined,
    ],
  ],
  'aws:ebs/volume:Volume': [['is not encrypted', (inputs) => at(inputs, 'encrypted') === true]],
  'kubernetes:storage.k8s.io/v1:StorageClass': [
    [
      'makes volumes that are not encrypted',
      (inputs) => !isOfEbs(inputs) || String(at(inputs, 'parameters.encrypted')) === 'true',
    ],
  ],
  'aws:ec2/launchTemplate:LaunchTemplate': [
    [
      'has a volume that is not encrypted',
      (inputs) => listAt(inputs, 'blockDeviceMappings').every((one) => String(at(one, 'ebs.encrypted')) === 'true'),
    ],
  ],
  'aws:eks/cluster:Cluster': [["does not encrypt the cluster's secrets with a key of ours", encryptsSecrets]],
  'aws:cloudwatch/logGroup:LogGroup': [['has no key of ours', (inputs) => at(inputs, 'kmsKeyId') !== undefined]],
  'aws:sns/topic:Topic': [['is not encrypted', (inputs) => at(inputs, 'kmsMasterKeyId') !== undefined]],
  'aws:ecr/repository:Repository': [
    [
      'is not encrypted with a key',
      (inputs) => listAt(inputs, 'encryptionConfigurations').some((one) => at(one, 'encryptionType') === 'KMS'),
    ],
  ],
  'aws:secretsmanager/secret:Secret': [['has no key of ours', (inputs) => at(inputs, 'kmsKeyId') !== undefined]],
  'aws:efs/fileSystem:FileSystem': [['is not encrypted', (inputs) => at(inputs, 'encrypted') === true]],
  'aws:kms/key:Key': [['is never rotated', (inputs) => at(inputs, 'enableKeyRotation') === true]],
};

const BUCKET = 'aws:s3/bucket:Bucket';
const ENCRYPTION = /^aws:s3\/bucketServerSideEncryptionConfiguration(V2)?:/;

/** What lies or travels readable. */
export const ENCRYPTION_RULES: readonly Rule[] = [
  {
    name: 'all-is-encrypted',
    description:
      'Volumes, databases, caches, logs, topics, images, secrets and the secrets of a cluster are encrypted.',
    resource: ({ type, inputs }) =>
      (ENCRYPTED[type] ?? []).filter(([, holds]) => !holds(inputs)).map(([problem]) => problem),
  },
  {
    name: 'buckets-are-encrypted',
    description: 'Every bucket says how what is in it is encrypted, and refuses requests without TLS.',
    stack: (subjects) => subjects.filter(({ type }) => type === BUCKET).flatMap((bucket) => readable(bucket, subjects)),
  },
];

function readable(bucket: Subject, subjects: readonly Subject[]): Finding[] {
  const about = subjects.filter((one) => belongs(one, bucket));
  const encrypted = about.some(({ type }) => ENCRYPTION.test(type));
  const overTls = about.some(
    ({ type, inputs }) => type === 'aws:s3/bucketPolicy:BucketPolicy' && refusesPlain(at(inputs, 'policy')),
  );
  return [
    ...(encrypted ? [] : [{ urn: bucket.urn, problem: 'does not say how it is encrypted' }]),
    ...(overTls ? [] : [{ urn: bucket.urn, problem: 'takes requests without TLS' }]),
  ];
}

function refusesPlain(policy: unknown): boolean {
  return statements(policy, 'Deny').some(
    (statement) =>
      String(at(statement, ['Condition', 'Bool', 'aws:SecureTransport'])) === 'false' &&
      texts(at(statement, 'Action')).includes('s3:*'),
  );
}

function isOfEbs(inputs: unknown): boolean {
  return textAt(inputs, 'provisioner').startsWith('ebs.csi.');
}

function forcesTls(inputs: unknown): boolean {
  const family = textAt(inputs, 'family');
  if (!family.startsWith('postgres')) return true;
  return listAt(inputs, 'parameters').some(
    (one) => at(one, 'name') === 'rds.force_ssl' && String(at(one, 'value')) === '1',
  );
}

function encryptsSecrets(inputs: unknown): boolean {
  const config = at(inputs, 'encryptionConfig');
  return (
    isPlain(config) && texts(at(config, 'resources')).includes('secrets') && at(config, 'provider.keyArn') !== undefined
  );
}
