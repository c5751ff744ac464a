import { itemsOf } from './setting-forms.ts';
import type { SettingReader } from './setting-reader.ts';
import type { Settings } from './settings.ts';

/** Who and what is outside of the namespace and may be talked to. */
export interface NetworkSettings {
  /** Namespace of the pods that bring clients' requests. */
  ingressNamespace: string;
  /** Ranges that load balancers bring clients' requests from. */
  ingressRanges: readonly string[];
  /** Ranges that those are in who say by `X-Forwarded-For` who asks. */
  trustedProxies: readonly string[];
  /** Ranges that data stores and clamd outside the cluster are in. */
  storeRanges: readonly string[];
}

/** Of the networks that pods and load balancers are in: nobody else can connect to a pod. */
const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'];

/** Reads what network policies cannot know by themselves. In AWS load balancers alone bring requests. */
export function readNetwork(read: SettingReader, target: Settings['target']): NetworkSettings {
  const own = target.kind === 'aws' ? target.publicRanges : [];
  const given = itemsOf(read.text('ingressRanges'));
  const ingressRanges = given.length === 0 ? own : given;
  return {
    ingressNamespace: read.text('ingressNamespace'),
    ingressRanges,
    trustedProxies: target.kind === 'aws' ? ingressRanges : PRIVATE_RANGES,
    storeRanges: itemsOf(read.text('storeRanges')),
  };
}
