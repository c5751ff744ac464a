import type { Accepted } from './finding.ts';

const THROWN_AWAY = ['local', 'local-with-all-parts', 'pr'];
const STORES = ['StatefulSet postgres', 'StatefulSet redis', 'StatefulSet object-store'];
const PROGRAMS = ['Deployment api', 'Deployment worker', 'Job migrations', 'CronJob purge'];
const WATCHING = ['Deployment prometheus', 'Deployment alertmanager', 'Deployment grafana'];
const STAGING = ['staging', 'staging-with-all-parts'];
const BUCKETS = ['aws_s3_bucket.objects', 'aws_s3_bucket.access-logs'];
const CONTAINERS = ['application', 'dataplane', 'host', 'performance'].map((name) => `containers-${name}`);
const LOG_GROUPS = [
  'cluster',
  'flow-logs',
  'firewall',
  'database-postgresql',
  'database-upgrade',
  'queue',
  ...CONTAINERS,
].map((name) => `aws_cloudwatch_log_group.${name}`);
const KEPT_SECRETS = ['app', 'alertmanager', 'grafana'].map((name) => `aws_secretsmanager_secret.${name}`);
const DATABASE = ['aws_db_instance.database'];

/** What checkov says against resources of ours, and why they are as they are. What is not found any more fails. */
export const ACCEPTED: readonly Accepted[] = [
  {
    check: 'CKV_K8S_15',
    stacks: THROWN_AWAY,
    objects: [...STORES, ...PROGRAMS, ...WATCHING],
    why: 'Images of a local stack are loaded into the cluster, where no registry can be asked; those of a pull request keep their tag.',
  },
  {
    check: 'CKV_K8S_43',
    stacks: THROWN_AWAY,
    objects: [...STORES, ...PROGRAMS, ...WATCHING],
    why: 'An image that was never pushed has no digest, and what is thrown away may do without. Staging and prod refuse it.',
  },
  {
    check: 'CKV_K8S_35',
    objects: [...PROGRAMS, ...STORES],
    why: 'The programs are set up by their environment on every platform, and the images of others are too.',
  },
  {
    check: 'CKV_K8S_40',
    objects: [...PROGRAMS, ...STORES, 'Deployment grafana'],
    why: 'The user is the one that the image is made for, and owns its files; namespaces run nothing as root.',
  },
  ...[286, 287, 288, 289, 290, 355].map((number) => ({
    check: `CKV_AWS_${number}`,
    objects: ['aws_iam_policy.boundary'],
    why: 'It is a boundary: the most that roles may have which a deploy makes. Alone it gives no rights.',
  })),
  {
    check: 'CKV_AWS_118',
    objects: DATABASE,
    why: 'Performance Insights tells what statements wait for, and alarms watch CPU, memory and storage.',
  },
  {
    check: 'CKV_AWS_161',
    objects: DATABASE,
    why: 'The programs keep pools of connections, by a password that is a secret; TLS is enforced.',
  },
  {
    check: 'CKV2_AWS_57',
    objects: KEPT_SECRETS,
    why: 'Values come from the settings and are changed by a deploy, which rolls the pods: nothing else may change them.',
  },
  {
    check: 'CKV_AWS_157',
    stacks: ['staging'],
    objects: DATABASE,
    why: 'Staging may be away while its database is; databaseMultiAz says so, and prod has it.',
  },
  {
    check: 'CKV2_AWS_50',
    stacks: STAGING,
    objects: ['aws_elasticache_replication_group.queue'],
    why: 'Staging has no second Redis by queueReplicas; its queue is filled again from the database.',
  },
  {
    check: 'CKV_AWS_338',
    stacks: STAGING,
    objects: LOG_GROUPS,
    why: 'Logs of staging are looked at for days; prod keeps its own for a year.',
  },
  {
    check: 'CKV_AWS_18',
    objects: BUCKETS,
    why: 'Nobody comes at objects but the programs, and by URLs that they sign; the other bucket holds logs.',
  },
  {
    check: 'CKV_AWS_144',
    objects: BUCKETS,
    why: 'A stack is in one region: its database and its queue would not outlive it either.',
  },
  {
    check: 'CKV2_AWS_62',
    objects: BUCKETS,
    why: 'Nobody waits for objects: the programs write them, and say so in the database.',
  },
  {
    check: 'CKV_AWS_21',
    objects: ['aws_s3_bucket.access-logs'],
    why: 'A log is written once and expires.',
  },
  {
    check: 'CKV_AWS_145',
    objects: ['aws_s3_bucket.access-logs'],
    why: 'Load balancers can write their logs to no bucket that is encrypted by a key of ours.',
  },
  {
    check: 'CKV2_AWS_23',
    objects: ['aws_route53_record.public'],
    why: 'It leads to the load balancer that EKS makes for the Ingress, which is not of the program.',
  },
];
