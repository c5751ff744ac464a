import type * as pulumi from '@pulumi/pulumi';

/** When a figure of CloudWatch is no longer as it should be. */
export interface Alarm {
  /** What its name ends with; what it is about goes before. */
  name: string;
  /** What is so, and what to look at. */
  description: string;
  namespace: string;
  metric: string;
  statistic: 'Average' | 'Sum' | 'Maximum' | 'Minimum';
  dimensions: Record<string, pulumi.Input<string>>;
  above?: number;
  below?: number;
  /** How long it has to be so. */
  minutes: number;
  /** Whether there is a figure a day and not a minute. */
  daily?: boolean;
  /** Whether no figure means that all is well; else it means nothing. */
  quietIsWell?: boolean;
}

const GIB = 1024 ** 3;

/** What is watched of Postgres. It has no replicas that could lag: the standby of RDS takes each write at once. */
export function databaseAlarms(
  identifier: pulumi.Input<string>,
  { instanceClass, storageGib }: { instanceClass: string; storageGib: number },
): Alarm[] {
  const own = { namespace: 'AWS/RDS', dimensions: { DBInstanceIdentifier: identifier } };
  const average = { ...own, statistic: 'Average' as const };
  const most = mostConnections(instanceClass);
  return [
    {
      ...average,
      name: 'database-cpu',
      description: 'Postgres has no CPU left: look for slow statements, then take a larger databaseClass',
      metric: 'CPUUtilization',
      above: 80,
      minutes: 15,
    },
    {
      ...own,
      statistic: 'Minimum',
      name: 'database-storage',
      description: 'The storage of Postgres is nearly full, and does not grow any more: raise databaseStorageGib',
      metric: 'FreeStorageSpace',
      // RDS makes it larger at a tenth.
      below: storageGib * GIB * 0.05,
      minutes: 15,
    },
    {
      ...own,
      statistic: 'Maximum',
      name: 'database-connections',
      description: `Postgres takes about ${most} connections, and most are taken: fewer pods, or a larger databaseClass`,
      metric: 'DatabaseConnections',
      above: Math.floor(most * 0.8),
      minutes: 5,
    },
    {
      ...own,
      statistic: 'Minimum',
      name: 'database-memory',
      description: 'Postgres has little memory left: a larger databaseClass',
      metric: 'FreeableMemory',
      below: memoryGib(instanceClass) * GIB * 0.05,
      minutes: 15,
    },
  ];
}

/** What is watched of each node of Redis. */
export function queueAlarms(identifier: string, { replicas }: { replicas: number }): Alarm[] {
  return Array.from({ length: 1 + replicas }, (_, i) => `${identifier}-${String(i + 1).padStart(3, '0')}`).flatMap(
    (node, i) => nodeAlarms(node, i + 1, replicas),
  );
}

function nodeAlarms(node: string, number: number, replicas: number): Alarm[] {
  const own = { namespace: 'AWS/ElastiCache', dimensions: { CacheClusterId: node } };
  const lag: Alarm = {
    ...own,
    name: `queue-${number}-lag`,
    description: 'A replica of Redis is behind: what a fail-over loses is put back by the sweep, later',
    metric: 'ReplicationLag',
    statistic: 'Maximum',
    above: 30,
    minutes: 5,
  };
  return [
    {
      ...own,
      name: `queue-${number}-memory`,
      description: 'Redis is nearly full, and then takes no more jobs: look at what waits, then a larger queueNodeType',
      metric: 'DatabaseMemoryUsagePercentage',
      statistic: 'Maximum',
      above: 75,
      minutes: 5,
    },
    {
      ...own,
      name: `queue-${number}-evictions`,
      description: 'Redis throws keys away, which it must not: its maxmemory-policy is not noeviction',
      metric: 'Evictions',
      statistic: 'Sum',
      above: 0,
      minutes: 1,
      quietIsWell: true,
    },
    {
      ...own,
      name: `queue-${number}-cpu`,
      description: 'The one thread of Redis has no time left: a queueNodeType with faster cores',
      metric: 'EngineCPUUtilization',
      statistic: 'Average',
      above: 80,
      minutes: 15,
    },
    ...(replicas > 0 ? [lag] : []),
  ];
}

/** What is watched of a way out of the network. */
export function natAlarms(id: pulumi.Input<string>, number: number): Alarm[] {
  return [
    {
      name: `nat-${number}-ports`,
      description: 'A NAT gateway has no port left for a connection: webhooks and sign-in fail; look for one busy host',
      namespace: 'AWS/NATGateway',
      metric: 'ErrorPortAllocation',
      statistic: 'Sum',
      dimensions: { NatGatewayId: id },
      above: 0,
      minutes: 5,
      quietIsWell: true,
    },
  ];
}

/** Memory of a class of RDS in GiB, by its family and size. */
export function memoryGib(instanceClass: string): number {
  const [, family = '', size = ''] = instanceClass.split('.');
  const small: Record<string, number> = { micro: 1, small: 2, medium: 4, large: 8 };
  const large = Number(/^(\d*)xlarge$/.exec(size)?.[1] || 1) * 16;
  const usual = small[size] ?? large;
  if (/^[rx]/.test(family)) return usual * 2;
  return /^c/.test(family) ? usual / 2 : usual;
}

/** How many connections Postgres of a class takes, as RDS reckons unless told otherwise. */
function mostConnections(instanceClass: string): number {
  return Math.floor(Math.min((memoryGib(instanceClass) * GIB) / 9_531_392, 5000));
}
