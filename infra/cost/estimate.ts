import { amount } from '../kubernetes/quantities.ts';
import { at, numberAt, textAt } from '../policy/plain.ts';
import { isLasting, kindOf, lastingContainersOf } from '../policy/pods.ts';
import type { Subject } from '../policy/rule.ts';
import { scalerOf } from '../policy/scaling.ts';
import { isFree } from './free.ts';
import { machineHour } from './machines.ts';
import { HOURS_A_MONTH, PRICES } from './prices.ts';

/** What a stack would cost in a month if nobody used it, at the most pods that it may have. */
interface Estimate {
  /** In US dollars, the dearest first. */
  parts: { name: string; usd: number }[];
  /** What costs, and has no price here. */
  unpriced: Subject[];
  total: number;
}

const { hour, month, gigabyteMonth, autoModeShare } = PRICES;

/** What a resource costs in a month; undefined where its size has no price. */
const COSTS: Readonly<Record<string, (inputs: unknown) => number | undefined>> = {
  'aws:eks/cluster:Cluster': () => hour.cluster * HOURS_A_MONTH,
  'aws:eks/nodeGroup:NodeGroup': (inputs) =>
    hours(machineHour(hour.nodes, String(listOf(inputs, 'instanceTypes')[0])), at(inputs, 'scalingConfig.maxSize')),
  'aws:rds/instance:Instance': (inputs) => {
    const zones = at(inputs, 'multiAz') === true ? 2 : 1;
    const machine = hours(machineHour(hour.databases, textAt(inputs, 'instanceClass')), zones);
    return machine && machine + Number(at(inputs, 'allocatedStorage')) * gigabyteMonth.database * zones;
  },
  'aws:elasticache/replicationGroup:ReplicationGroup': (inputs) =>
    hours(machineHour(hour.caches, textAt(inputs, 'nodeType')), at(inputs, 'numCacheClusters')),
  'aws:ec2/natGateway:NatGateway': () => hours(hour.natGateway),
  'aws:ec2/eip:Eip': () => hours(hour.publicAddress),
  'aws:kms/key:Key': () => month.key,
  'aws:secretsmanager/secret:Secret': () => month.secret,
  'aws:cloudwatch/metricAlarm:MetricAlarm': () => month.alarm,
  'aws:wafv2/webAcl:WebAcl': (inputs) => month.firewall + listOf(inputs, 'rules').length * month.firewallRule,
};

/** Adds up what a stack in AWS costs by the hour, the month and the gigabyte that it sets aside. Elsewhere that is nothing. */
export function estimate(subjects: readonly Subject[]): Estimate {
  const ofCloud = subjects.filter(({ type }) => type.startsWith('aws:'));
  const priced = ofCloud.map((subject) => ({ subject, usd: COSTS[subject.type]?.(subject.inputs) }));
  const parts = [
    ...priced.flatMap(({ subject, usd }) => (usd === undefined ? [] : { name: subject.name, usd })),
    ...(ofCloud.some(hasAutoNodes) ? [{ name: 'nodes for the most pods', usd: nodesFor(subjects) }] : []),
    ...(ofCloud.length > 0 ? balancers(subjects) : []),
  ].sort((one, other) => other.usd - one.usd);
  return {
    parts,
    unpriced: priced.flatMap(({ subject, usd }) => (usd === undefined && !isFree(subject) ? subject : [])),
    total: parts.reduce((sum, { usd }) => sum + usd, 0),
  };
}

function hours(price: number | undefined, count: unknown = 1): number | undefined {
  return price === undefined || !Number.isFinite(Number(count)) ? undefined : price * Number(count) * HOURS_A_MONTH;
}

function hasAutoNodes({ type, inputs }: Subject): boolean {
  return type === 'aws:eks/cluster:Cluster' && at(inputs, 'computeConfig.enabled') === true;
}

/** Memory of a node in GiB for each of its cores, and how many cores the one with a price has. */
const MEMORY_A_CORE = 2;
const CORES = 4;
/** How full EKS packs nodes at the best; pods of the cluster itself are beside ours. */
const FULL = 0.7;

/** Nodes that EKS minds are no resources of the stack: they follow from what pods ask for. */
function nodesFor(subjects: readonly Subject[]): number {
  const cores = subjects
    .filter(isLasting)
    .reduce((sum, subject) => sum + coresOf(subject) * mostPods(subject, subjects), 0);
  return (cores / FULL / CORES) * hour.nodes['c7g.xlarge'] * HOURS_A_MONTH * (1 + autoModeShare);
}

function coresOf(subject: Subject): number {
  const asked = (what: string) =>
    lastingContainersOf(subject).reduce((sum, one) => sum + amount(textAt(one, `resources.requests.${what}`)), 0);
  return Math.max(asked('cpu'), asked('memory') / 2 ** 30 / MEMORY_A_CORE);
}

function mostPods(subject: Subject, subjects: readonly Subject[]): number {
  const scaler = scalerOf(subject, subjects)?.inputs;
  const scaled = numberAt(scaler, 'spec.maxReplicas') ?? numberAt(scaler, 'spec.maxReplicaCount');
  return scaled ?? numberAt(subject.inputs, 'spec.replicas') ?? 1;
}

/** EKS makes a load balancer for an Ingress, with an address in each of three zones. */
function balancers(subjects: readonly Subject[]) {
  const usd = (hour.loadBalancer + 3 * hour.publicAddress) * HOURS_A_MONTH;
  return subjects.filter((one) => kindOf(one) === 'Ingress').map(({ name }) => ({ name, usd }));
}

function listOf(inputs: unknown, path: string): unknown[] {
  const list = at(inputs, path);
  return Array.isArray(list) ? list : [];
}
