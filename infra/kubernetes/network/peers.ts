import { GLOBAL_IPV6, NOT_PUBLIC_IPV4, NOT_PUBLIC_IPV6 } from '@logomorph/contract/addresses.ts';
import type * as k8s from '@pulumi/kubernetes';
import type { Outside } from './paths.ts';

type Peer = k8s.types.input.networking.v1.NetworkPolicyPeer;

/** Which pods and addresses a stack means by what is outside of its namespace. */
export interface PeerArgs {
  /** Name of our namespace, by which guests name their host. */
  instance: string;
  /** Namespace of the pods that bring clients' requests. */
  ingressNamespace: string;
  /** Ranges that load balancers bring clients' requests from. */
  ingressRanges: readonly string[];
  /** Ranges that Postgres, Redis and clamd are in where they are outside of the cluster. */
  storeRanges: readonly string[];
}

/** Where the agent of EKS Pod Identity listens on each node, by IPv4 and IPv6. */
const POD_IDENTITY = ['169.254.170.23/32', 'fd00:ec2::23/128'];

/** Namespace that KEDA's own charts and manifests install it in. */
const KEDA_NAMESPACE = 'keda';

/** What is outside, as policies say it; undefined stands for anywhere. */
export function outsidePeers({ instance, ingressNamespace, ingressRanges, storeRanges }: PeerArgs) {
  return {
    clients: [namespace(ingressNamespace), ...ranges(ingressRanges)],
    dns: undefined,
    internet: [
      { ipBlock: { cidr: '0.0.0.0/0', except: [...NOT_PUBLIC_IPV4] } },
      { ipBlock: { cidr: GLOBAL_IPV6, except: [...NOT_PUBLIC_IPV6] } },
    ],
    stores: ranges(storeRanges),
    'pod-identity': ranges(POD_IDENTITY),
    keda: [namespace(KEDA_NAMESPACE)],
    guests: [{ namespaceSelector: { matchLabels: { 'logomorph/guest-of': instance } } }],
    clamd: [{ namespaceSelector: {} }, ...ranges(storeRanges)],
  } satisfies Record<Outside, Peer[] | undefined>;
}

/** By the label that Kubernetes itself gives each namespace. */
function namespace(name: string): Peer {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': name } } };
}

function ranges(cidrs: readonly string[]): Peer[] {
  return cidrs.map((cidr) => ({ ipBlock: { cidr } }));
}
