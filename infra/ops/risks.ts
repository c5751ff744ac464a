import { holdsData } from '../data-holders.ts';
import { type Change, kind } from './changes.ts';

/** What a reviewer has to look at first. */
export interface Risks {
  /** Changes that delete what holds data. */
  data: string[];
  /** Changes in which nothing may answer for a while. */
  downtime: string[];
}

/** A volume that something asked for holds data too, though not such as a stack could not do without. */
const VOLUME = /^kubernetes:core\/v1:PersistentVolumeClaim$/;

/** Types that serve, and do not while they are replaced. */
const SERVES = [
  /^kubernetes:apps\/v1:(Deployment|StatefulSet|DaemonSet)$/,
  /^kubernetes:core\/v1:(Service|Namespace)$/,
  /^kubernetes:(networking\.k8s\.io\/v1:Ingress|gateway)/,
  /^aws:(eks|rds|elasticache|lb|ec2)\//,
];

/** Picks out of changes those that lose data or stop service. */
export function risksOf(changes: readonly Change[]): Risks {
  const gone = changes.filter(({ operation }) => operation === 'replace' || operation === 'delete');
  const is = (types: RegExp[], { type }: Change) => types.some((pattern) => pattern.test(type));
  return {
    data: gone.filter((change) => holdsData(change.type) || is([VOLUME], change)).map(sentence),
    downtime: gone.filter((change) => is(SERVES, change) || change.deletedFirst).map(sentence),
  };
}

function sentence({ operation, type, name, reasons, deletedFirst }: Change): string {
  const why = reasons.length === 0 ? '' : `, because of ${reasons.map((reason) => `\`${reason}\``).join(', ')}`;
  return `${operation} **${kind(type)}** \`${name}\`${deletedFirst ? ', the old one first' : ''}${why}`;
}
