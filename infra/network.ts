import type { SettingReader } from './setting-reader.ts';

/** Who and what is outside of the namespace and may be talked to. */
export interface NetworkSettings {
  /** Namespace of the pods that bring clients' requests. */
  ingressNamespace: string;
  /** Ranges that load balancers bring clients' requests from. */
  ingressRanges: readonly string[];
  /** Ranges that data stores and clamd outside the cluster are in. */
  storeRanges: readonly string[];
}

/** Reads what network policies cannot know by themselves. */
export function readNetwork(read: SettingReader): NetworkSettings {
  const ranges = (key: 'ingressRanges' | 'storeRanges') => read.text(key).split(',').filter(Boolean);
  return {
    ingressNamespace: read.text('ingressNamespace'),
    ingressRanges: ranges('ingressRanges'),
    storeRanges: ranges('storeRanges'),
  };
}
