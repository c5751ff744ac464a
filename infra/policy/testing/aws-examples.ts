import { type Example, subject } from './example.ts';

const NAME = 'logomorph-prod';
const OPEN = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true };
const bucket = (inputs: object = {}, more = {}) =>
  subject('aws:s3/bucket:Bucket', 'data', { bucket: NAME, ...inputs }, more);
const aboutBucket = (type: string, inputs: object) => subject(`aws:s3/${type}`, 'data', { bucket: NAME, ...inputs });
const block = (inputs: object) => aboutBucket('bucketPublicAccessBlock:BucketPublicAccessBlock', inputs);
const closed = block({ ...OPEN, restrictPublicBuckets: true });
const encrypted = aboutBucket('bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration', {
  rules: [],
});
const bucketPolicy = (statement: object) =>
  aboutBucket('bucketPolicy:BucketPolicy', { policy: JSON.stringify({ Statement: [statement] }) });
const PLAIN = { Bool: { 'aws:SecureTransport': 'false' } };
const overTls = bucketPolicy({ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', Condition: PLAIN });

const database = (inputs: object, more = {}) => subject('aws:rds/instance:Instance', 'database', inputs, more);
const KEPT = { storageEncrypted: true, deletionProtection: true };
const cache = (inputs: object) =>
  subject('aws:elasticache/replicationGroup:ReplicationGroup', 'redis', {
    atRestEncryptionEnabled: true,
    transitEncryptionEnabled: true,
    authToken: 'secret',
    finalSnapshotIdentifier: 'last',
    ...inputs,
  });
const group = (ingress: object) =>
  subject('aws:ec2/securityGroup:SecurityGroup', 'group', { ingress: [{ cidrBlocks: ['0.0.0.0/0'], ...ingress }] });
const cluster = (inputs: object) => subject('aws:eks/cluster:Cluster', 'cluster', inputs);
const parameters = (value: string) =>
  subject('aws:rds/parameterGroup:ParameterGroup', 'database', {
    family: 'postgres17',
    parameters: [{ name: 'rds.force_ssl', value }],
  });

const policy = (statement: object) =>
  subject('aws:iam/rolePolicy:RolePolicy', 'worker', {
    policy: JSON.stringify({ Statement: [{ Sid: 'Objects', Effect: 'Allow', ...statement }] }),
  });
const NAMED = { Action: ['s3:GetObject'], Resource: [`arn:aws:s3:::${NAME}/*`] };
const role = (statement: object) =>
  subject('aws:iam/role:Role', 'deploy', {
    assumeRolePolicy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', ...statement }] }),
  });
const GITHUB = 'token.actions.githubusercontent.com';
const fromGitHub = (sub: string | undefined, aud = 'sts.amazonaws.com') =>
  role({
    Principal: { Federated: `arn:aws:iam::123456789012:oidc-provider/${GITHUB}` },
    Condition: { StringLike: { [`${GITHUB}:sub`]: sub }, StringEquals: { [`${GITHUB}:aud`]: aud } },
  });

/** A pair of what is taken and what is not. */
const pair = (taken: Example['taken'][number], refused: Example['taken'][number], says: RegExp): Example => ({
  taken: [taken],
  refused: [refused],
  says,
});
/** A resource that is encrypted by one property. */
const volumes = (encrypted: string) =>
  subject('kubernetes:storage.k8s.io/v1:StorageClass', 'volumes', {
    provisioner: 'ebs.csi.eks.amazonaws.com',
    parameters: { encrypted },
  });
const byProperty = (type: string, property: string, value: unknown, says: RegExp) =>
  pair(subject(type, 'any', { [property]: value }), subject(type, 'any', {}), says);

/** What the rules over AWS's resources take and refuse, by rule. */
export const AWS_EXAMPLES: Record<string, Example[]> = {
  'data-stores-are-kept': [
    pair(database(KEPT, { protect: true }), database(KEPT), /is not protected/),
    pair(database(KEPT, { protect: true }), database({}, { protect: true }), /is not kept from deletion by AWS/),
    pair(bucket({}, { protect: true }), bucket({ forceDestroy: true }, { protect: true }), /would be emptied/),
    pair(
      subject('aws:secretsmanager/secret:Secret', 'app', { recoveryWindowInDays: 30 }, { protect: true }),
      subject('aws:secretsmanager/secret:Secret', 'app', { recoveryWindowInDays: 0 }, { protect: true }),
      /could not be brought back/,
    ),
    {
      ...pair(database({}), bucket(), /is not protected/),
      facts: { dataLossAllowed: [{ urn: database({}).urn, until: '2026-11-29' }] },
    },
    {
      ...pair(bucket(), database(KEPT), /is not protected/),
      facts: {
        dataLossAllowed: [
          { urn: bucket().urn, until: '2026-11-29' },
          { urn: database({}).urn, until: '2026-11-28' },
        ],
      },
    },
  ],
  'cost-is-within-the-budget': [
    {
      ...pair(
        database({ instanceClass: 'db.m7g.large', allocatedStorage: 100 }),
        database({ instanceClass: 'db.m7g.4xlarge', allocatedStorage: 100, multiAz: true }),
        /stack: would cost about 1986 US dollars a month, and monthlyBudgetUsd is 1000: database 1986/,
      ),
    },
    pair(
      database({ instanceClass: 'db.m7g.large', allocatedStorage: 100 }),
      database({ instanceClass: 'db.x99.large', allocatedStorage: 100 }),
      /database: is a aws:rds\/instance:Instance, which has no price/,
    ),
    pair(bucket(), subject('aws:redshift/cluster:Cluster', 'warehouse', {}), /redshift.* which has no price/),
    pair(
      subject('aws:ec2/vpcEndpoint:VpcEndpoint', 's3', { vpcEndpointType: 'Gateway' }),
      subject('aws:ec2/vpcEndpoint:VpcEndpoint', 's3', { vpcEndpointType: 'Interface' }),
      /has no price/,
    ),
  ],
  'buckets-block-the-public': [
    { taken: [bucket(), closed], refused: [bucket(), block(OPEN)], says: /data: has no block of all public access/ },
    { taken: [bucket(), closed], refused: [bucket({ bucket: 'another' }), closed], says: /has no block/ },
    {
      taken: [bucket(), closed, overTls],
      refused: [bucket(), closed, bucketPolicy({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:GetObject' })],
      says: /lets anyone in/,
    },
    {
      taken: [bucket({ acl: 'private' }), closed],
      refused: [bucket({ acl: 'public-read' }), closed],
      says: /public-read/,
    },
  ],
  'data-stores-are-private': [pair(database({}), database({ publiclyAccessible: true }), /has a public address/)],
  'ports-are-closed': [
    pair(group({ fromPort: 443, toPort: 443 }), group({ fromPort: 22, toPort: 22 }), /at ports 22 to 22/),
    pair(
      group({ fromPort: 0, toPort: 65535, cidrBlocks: ['10.0.0.0/8'] }),
      group({ fromPort: 80, toPort: 443 }),
      /80 to 443/,
    ),
    pair(group({ cidrBlocks: [] }), group({ ipv6CidrBlocks: ['::/0'] }), /every port/),
  ],
  'cluster-endpoint-is-limited': [
    pair(cluster({ vpcConfig: { endpointPublicAccess: false } }), cluster({ vpcConfig: {} }), /that anyone can call/),
    pair(
      cluster({ vpcConfig: { publicAccessCidrs: ['192.0.2.0/24'] } }),
      cluster({ vpcConfig: { publicAccessCidrs: ['0.0.0.0/0'] } }),
      /that anyone can call/,
    ),
  ],
  'all-is-encrypted': [
    pair(database({ storageEncrypted: true }), database({}), /has a volume that is not encrypted/),
    byProperty('aws:rds/cluster:Cluster', 'storageEncrypted', true, /not encrypted/),
    pair(parameters('1'), parameters('0'), /without TLS/),
    pair(cache({}), cache({ atRestEncryptionEnabled: undefined }), /is not encrypted at rest/),
    pair(cache({}), cache({ transitEncryptionMode: 'preferred' }), /without TLS/),
    pair(cache({}), cache({ authToken: undefined }), /asks for no password/),
    byProperty('aws:ebs/volume:Volume', 'encrypted', true, /is not encrypted/),
    pair(volumes('true'), volumes('false'), /makes volumes that are not encrypted/),
    byProperty('aws:efs/fileSystem:FileSystem', 'encrypted', true, /is not encrypted/),
    byProperty('aws:kms/key:Key', 'enableKeyRotation', true, /is never rotated/),
    byProperty('aws:cloudwatch/logGroup:LogGroup', 'kmsKeyId', 'arn:aws:kms:key', /has no key of ours/),
    byProperty('aws:secretsmanager/secret:Secret', 'kmsKeyId', 'arn:aws:kms:key', /has no key of ours/),
    byProperty('aws:sns/topic:Topic', 'kmsMasterKeyId', 'arn:aws:kms:key', /is not encrypted/),
    byProperty('aws:ecr/repository:Repository', 'encryptionConfigurations', [{ encryptionType: 'KMS' }], /with a key/),
    pair(
      subject('aws:ec2/launchTemplate:LaunchTemplate', 'nodes', {
        blockDeviceMappings: [{ ebs: { encrypted: 'true' } }],
      }),
      subject('aws:ec2/launchTemplate:LaunchTemplate', 'nodes', { blockDeviceMappings: [{ ebs: {} }] }),
      /volume that is not encrypted/,
    ),
    pair(
      cluster({ encryptionConfig: { resources: ['secrets'], provider: { keyArn: 'arn:aws:kms:key' } } }),
      cluster({}),
      /does not encrypt the cluster's secrets/,
    ),
  ],
  'buckets-are-encrypted': [
    { taken: [bucket(), encrypted, overTls], refused: [bucket(), overTls], says: /does not say how it is encrypted/ },
    { taken: [bucket(), encrypted, overTls], refused: [bucket(), encrypted], says: /takes requests without TLS/ },
  ],
  'rights-are-named': [
    pair(policy(NAMED), policy({ ...NAMED, Action: 's3:*' }), /the statement Objects allows s3:\*, and no reason/),
    pair(policy(NAMED), policy({ ...NAMED, Resource: '*' }), /allows \*, and no reason/),
    pair(policy(NAMED), policy({ ...NAMED, Resource: 'arn:aws:s3:::*' }), /allows arn:aws:s3:::\*/),
    pair(
      policy({ ...NAMED, Resource: 'arn:aws:iam::123456789012:role/logomorph/*' }),
      policy({ ...NAMED, Resource: 'arn:aws:iam::123456789012:role/*' }),
      /role\/\*/,
    ),
    pair(policy(NAMED), policy({ NotAction: 'iam:*', Resource: 'arn:aws:s3:::a' }), /all but a NotAction/),
    pair(
      subject('aws:iam/rolePolicyAttachment:RolePolicyAttachment', 'any', {
        policyArn: 'arn:aws:iam::aws:policy/AmazonEKSClusterPolicy',
      }),
      subject('aws:iam/rolePolicyAttachment:RolePolicyAttachment', 'any', {
        policyArn: 'arn:aws:iam::aws:policy/AmazonS3FullAccess',
      }),
      /takes the managed policy AmazonS3FullAccess/,
    ),
    pair(
      subject('aws:iam/role:Role', 'any', {
        inlinePolicies: [{ policy: JSON.stringify({ Statement: { Effect: 'Deny', Action: '*' } }) }],
      }),
      subject('aws:iam/role:Role', 'any', {
        inlinePolicies: [{ policy: JSON.stringify({ Statement: { Effect: 'Allow', Action: '*' } }) }],
      }),
      /a statement without a Sid allows \*/,
    ),
  ],
  'roles-have-a-boundary': [
    pair(
      subject('aws:iam/role:Role', 'api', {
        path: '/logomorph/prod/',
        permissionsBoundary: 'arn:aws:iam:::policy/most',
      }),
      subject('aws:iam/role:Role', 'api', { path: '/logomorph/prod/' }),
      /has no boundary/,
    ),
    pair(
      subject('aws:iam/role:Role', 'deploy', { path: '/logomorph-ci/prod/' }),
      subject('aws:iam/role:Role', 'deploy', {}),
      /has no boundary/,
    ),
  ],
  'roles-know-their-callers': [
    pair(role({ Principal: { Service: 'pods.eks.amazonaws.com' } }), role({ Principal: { AWS: '*' } }), /by anyone/),
    pair(fromGitHub('repo:acme/logomorph:ref:refs/heads/main'), fromGitHub(undefined), /jobs of any repository/),
    pair(fromGitHub('repo:acme/logomorph:*'), fromGitHub('repo:*'), /jobs of any repository/),
    pair(fromGitHub('repo:acme/logomorph:*'), fromGitHub('repo:acme/logomorph:*', 'other'), /meant for others/),
  ],
};
