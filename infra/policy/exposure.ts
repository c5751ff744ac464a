import { at, listAt, textAt, texts } from './plain.ts';
import type { Finding, Rule, Subject } from './rule.ts';
import { hasAnyPrincipal, statements } from './statements.ts';

const BUCKET = 'aws:s3/bucket:Bucket';
const ACCESS_BLOCK = 'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock';
const BLOCKS = ['blockPublicAcls', 'blockPublicPolicy', 'ignorePublicAcls', 'restrictPublicBuckets'];
/** What the whole world may connect to: a load balancer's own ports. */
const PUBLIC_PORTS = [80, 443];
const EVERYWHERE = ['0.0.0.0/0', '::/0'];

/** What can be reached from outside. */
export const EXPOSURE_RULES: readonly Rule[] = [
  {
    name: 'buckets-block-the-public',
    description: 'Every bucket blocks public access, all four ways, and no policy or list of its own opens it.',
    stack: (subjects) => [...unblocked(subjects), ...subjects.flatMap(opened)],
  },
  {
    name: 'data-stores-are-private',
    description: 'Databases have no public address.',
    resource: ({ type, inputs }) =>
      type.startsWith('aws:rds/') && at(inputs, 'publiclyAccessible') === true ? ['has a public address'] : [],
  },
  {
    name: 'ports-are-closed',
    description: 'The whole world may connect to ports 80 and 443 alone.',
    resource: (subject) => openPorts(subject).map((ports) => `is open to the whole world at ${ports}`),
  },
  {
    name: 'cluster-endpoint-is-limited',
    description: "The address of the cluster's API server is private, or open to named networks alone.",
    resource: ({ type, inputs }) => (type === 'aws:eks/cluster:Cluster' ? openEndpoint(inputs) : []),
  },
];

/** A block is found by the bucket it names, or by its resource's name where the bucket has no id yet. */
function unblocked(subjects: readonly Subject[]): Finding[] {
  const blocks = subjects.filter(
    ({ type, inputs }) => type === ACCESS_BLOCK && BLOCKS.every((block) => at(inputs, block) === true),
  );
  return subjects
    .filter(({ type }) => type === BUCKET)
    .filter((bucket) => !blocks.some((block) => belongs(block, bucket)))
    .map(({ urn }) => ({ urn, problem: 'has no block of all public access' }));
}

/** Whether a resource that is about a bucket is about this one. */
export function belongs(about: Subject, bucket: Subject): boolean {
  const name = textAt(about.inputs, 'bucket');
  return name !== '' && [textAt(bucket.inputs, 'bucket'), textAt(bucket.inputs, 'id')].includes(name);
}

function opened({ urn, type, inputs }: Subject): Finding[] {
  const list = textAt(inputs, 'acl');
  if (/^aws:s3\/bucket(Acl)?(V2)?:/.test(type) && /^(public|authenticated)-/.test(list))
    return [{ urn, problem: `is opened by the access list ${list}` }];
  if (!/^aws:s3\/bucketPolicy:/.test(type)) return [];
  return statements(at(inputs, 'policy'), 'Allow')
    .filter((statement) => hasAnyPrincipal(statement) && at(statement, 'Condition') === undefined)
    .map(() => ({ urn, problem: 'lets anyone in' }));
}

function openPorts({ type, inputs }: Subject): string[] {
  const rules = [
    ...(type === 'aws:ec2/securityGroup:SecurityGroup' ? listAt(inputs, 'ingress') : []),
    ...(type === 'aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule' ? [inputs] : []),
    ...(type === 'aws:ec2/securityGroupRule:SecurityGroupRule' && textAt(inputs, 'type') === 'ingress' ? [inputs] : []),
  ];
  return rules
    .filter((rule) =>
      [
        ...texts(at(rule, 'cidrBlocks')),
        ...texts(at(rule, 'ipv6CidrBlocks')),
        textAt(rule, 'cidrIpv4'),
        textAt(rule, 'cidrIpv6'),
      ].some((network) => EVERYWHERE.includes(network)),
    )
    .map((rule) => [at(rule, 'fromPort'), at(rule, 'toPort')])
    .filter(([from, to]) => from !== to || !PUBLIC_PORTS.some((port) => port === from))
    .map(([from, to]) => (from === undefined ? 'every port' : `ports ${from} to ${to}`));
}

function openEndpoint(inputs: unknown): string[] {
  const access = at(inputs, 'vpcConfig');
  const networks = texts(at(access, 'publicAccessCidrs'));
  const everywhere = networks.length === 0 || networks.some((network) => EVERYWHERE.includes(network));
  return at(access, 'endpointPublicAccess') !== false && everywhere ? ['has an API server that anyone can call'] : [];
}
