import { BlockList, isIPv4 } from 'node:net';
import type * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';

type Spec = pulumi.Unwrap<k8s.types.input.networking.v1.NetworkPolicySpec>;
type Peer = pulumi.Unwrap<k8s.types.input.networking.v1.NetworkPolicyPeer>;
type Selector = pulumi.Unwrap<k8s.types.input.meta.v1.LabelSelector>;
type Rule = Pick<pulumi.Unwrap<k8s.types.input.networking.v1.NetworkPolicyIngressRule>, 'ports'> & { peers?: Peer[] };

/** A pod, or an address that is none. */
export interface Endpoint {
  /** The namespace, whose name is its one label; undefined for an address that is no pod. */
  namespace?: string;
  labels?: Record<string, string>;
  address: string;
}

/** A policy as the API server is told it. */
export interface Policy {
  namespace: string;
  spec: Spec;
}

/**
 * Whether packets may go from one to the other, as Kubernetes defines it: where a policy selects a pod, one rule of those
 * that select it must allow them, at both ends. Only what the policies here make use of is known.
 */
export function mayReach(policies: readonly Policy[], from: Endpoint, to: Endpoint, port: number, protocol = 'TCP') {
  const passes = (type: 'Ingress' | 'Egress', own: Endpoint, other: Endpoint) => {
    const selecting = policies.filter(
      ({ namespace, spec }) =>
        own.namespace === namespace && spec.policyTypes?.includes(type) && selects(spec.podSelector ?? {}, own.labels),
    );
    if (selecting.length === 0) return true;
    return selecting.some(({ namespace, spec }) =>
      rulesOf(spec, type).some(
        ({ peers, ports }) =>
          (peers === undefined || peers.length === 0 || peers.some((peer) => isPeer(peer, other, namespace))) &&
          (ports === undefined || ports.some((one) => one.port === port && (one.protocol ?? 'TCP') === protocol)),
      ),
    );
  };
  return passes('Egress', from, to) && passes('Ingress', to, from);
}

function rulesOf({ ingress = [], egress = [] }: Spec, type: 'Ingress' | 'Egress'): Rule[] {
  return type === 'Ingress'
    ? ingress.map(({ from, ports }) => ({ ...(from && { peers: from }), ...(ports && { ports }) }))
    : egress.map(({ to, ports }) => ({ ...(to && { peers: to }), ...(ports && { ports }) }));
}

function isPeer({ ipBlock, namespaceSelector, podSelector }: Peer, other: Endpoint, own: string): boolean {
  if (ipBlock !== undefined) return isIn([ipBlock.cidr], other.address) && !isIn(ipBlock.except ?? [], other.address);
  if (other.namespace === undefined) return false;
  const inNamespace = namespaceSelector
    ? selects(namespaceSelector, { 'kubernetes.io/metadata.name': other.namespace })
    : other.namespace === own;
  return inNamespace && selects(podSelector ?? {}, other.labels);
}

function selects({ matchLabels = {} }: Selector, labels: Record<string, string> = {}): boolean {
  return Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
}

function isIn(cidrs: readonly string[], address: string): boolean {
  const family = (of: string) => (isIPv4(of) ? 'ipv4' : 'ipv6');
  const list = new BlockList();
  for (const cidr of cidrs) {
    const [network = '', prefix] = cidr.split('/');
    list.addSubnet(network, Number(prefix), family(network));
  }
  return list.check(address, family(address));
}
