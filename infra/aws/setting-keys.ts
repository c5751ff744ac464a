import { boolean, choice, integer, type SettingKey, text } from '../setting-forms.ts';

/** What a platform stands on. */
export const TARGETS = ['kubernetes', 'aws'] as const;
/** How many zones have a way out of their own. */
export const NAT_GATEWAYS = ['single', 'per-zone'] as const;
/** Who minds the nodes: EKS, which makes them as pods need them, or a group of a fixed size. */
export const CLUSTER_NODES = ['auto', 'managed'] as const;
/** Where secrets of the programs are kept beside the state. */
export const SECRET_PLACES = ['pulumi', 'external-secrets'] as const;
/** Days that CloudWatch can keep logs, of those that make sense. */
export const LOG_DAYS = ['7', '30', '90', '180', '365', '731'] as const;

const octet = '(25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const arn = 'arn:aws:iam::\\d{12}:(role|user)/[\\w+=,.@/-]*[\\w+=.@-]';
const cidr = `${octet}(\\.${octet}){3}/([89]|[12]\\d|3[0-2])`;
/** Networks of IPv4. */
export const networks = {
  pattern: new RegExp(`^${cidr}(,${cidr})*$`),
  rule: 'IPv4 networks from /8 to /32 after commas',
};

/** The settings of a stack that makes its own cluster in AWS, and all that is under it. */
export const AWS_KEYS = {
  target: choice(TARGETS, 'kubernetes', 'kubernetes takes a cluster that is there; aws makes one in an AWS account'),
  awsRegion: text({ pattern: /^[a-z]{2}(-[a-z]+)+-\d$/, rule: 'an AWS region' }, 'us-east-1', 'Region of AWS'),
  awsAccount: text(
    { pattern: /^\d{12}$/, rule: '12 digits' },
    '',
    'Number of the account; in no other is anything made',
  ),
  awsZones: text(
    { pattern: /^[a-z],[a-z],[a-z]$/, rule: 'three letters after commas' },
    'a,b,c',
    'Zones of the region; they stay as they were',
  ),
  vpcCidr: text(
    { pattern: new RegExp(`^${octet}(\\.${octet}){3}/(1[6-9]|20)$`), rule: 'an IPv4 network from /16 to /20' },
    '10.0.0.0/16',
    'Addresses of the VPC; they stay as they were',
  ),
  natGateways: choice(NAT_GATEWAYS, 'per-zone', 'single costs less; per-zone outlives the loss of a zone'),
  kubernetesVersion: text(
    { pattern: /^1\.\d\d$/, rule: 'a version, like 1.35' },
    '1.35',
    'Version of EKS; one up at a time',
  ),
  clusterNodes: choice(
    CLUSTER_NODES,
    'auto',
    'auto has EKS make nodes as pods need them; managed has nodeCount of them',
  ),
  nodeType: text({ pattern: /^[a-z][\w-]*\.[\w-]+$/, rule: 'a type of EC2' }, 'm7i.large', 'Machine of managed nodes'),
  nodeCount: integer(3, 100, 3, 'Managed nodes; nothing else changes their number'),
  clusterEndpointCidrs: text(
    networks,
    '',
    "From where the cluster's API is reached over the internet; without it, from the VPC alone",
  ),
  clusterAdmins: text(
    { pattern: new RegExp(`^${arn}(,${arn})*$`), rule: 'ARNs of roles or users of IAM after commas' },
    '',
    'Who may do all in the cluster; whoever brings the stack up is one of them',
  ),
  secrets: choice(
    SECRET_PLACES,
    'pulumi',
    'pulumi writes them into the cluster; external-secrets, which it must have, brings them from Secrets Manager',
  ),
  secretRecoveryDays: integer(7, 30, 30, 'Days in which a deleted secret of Secrets Manager can be brought back'),
  ciRepository: text(
    { pattern: /^[\w.-]+\/[\w.-]+$/, rule: 'owner/name' },
    '',
    'Repository at GitHub whose workflows preview and deploy; without it none do',
  ),
  ciStateBucket: text(
    { pattern: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, rule: 'a bucket name' },
    '',
    "Bucket with Pulumi's state, which previews read; without it the state is elsewhere",
  ),
  ciStateKey: text(
    { pattern: /^arn:aws:kms:[\w-]+:\d{12}:key\/[\w-]+$/, rule: 'the ARN of a key of KMS' },
    '',
    'Key that secrets of the state are encrypted with; without it that is a passphrase',
  ),
  logRetentionDays: choice(LOG_DAYS, '90', 'Days that logs of AWS are kept'),
  containerLogs: boolean(true, 'Whether logs of containers are kept in CloudWatch too'),
  alarmEmail: text(
    { pattern: /^[\w.+-]+@[\w-]+(\.[\w-]+)+$/, rule: 'an e-mail address' },
    '',
    'Address that is told of alarms of AWS, and of what the account costs',
  ),
  monthlyBudgetUsd: integer(1, 1_000_000, 1000, 'US dollars that the account may cost in a month; more is told'),
} as const satisfies Record<string, SettingKey>;
