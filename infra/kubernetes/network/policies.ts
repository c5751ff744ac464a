import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { recommendedLabels } from '../../labels.ts';
import { isPart, type NamedPort, type Need, type Outside, PARTS, type Part, type Path, pathsFor } from './paths.ts';
import { outsidePeers, type PeerArgs } from './peers.ts';

type Port = k8s.types.input.networking.v1.NetworkPolicyPort;

interface NetworkPoliciesArgs extends PeerArgs {
  namespace: pulumi.Input<string>;
  /** What the stack has, and so which paths. */
  needs: ReadonlySet<Need>;
  /** The ports that settings decide; those of what the stack does not have are not asked for. */
  ports: Readonly<Record<NamedPort, pulumi.Input<number>>>;
}

/** Refuses all that no path allows, in and out, for every pod of the namespace, and allows each part its paths. */
export class NetworkPolicies extends pulumi.ComponentResource {
  constructor(name: string, args: NetworkPoliciesArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:NetworkPolicies', name, {}, opts);
    const paths = pathsFor(args.needs);
    const allowing = PARTS.flatMap((part) => this.#createAllowing(part, paths, args));
    this.#createDenying(args, allowing);
    this.registerOutputs();
  }

  #createAllowing(part: Part, paths: readonly Path[], args: NetworkPoliciesArgs): k8s.networking.v1.NetworkPolicy[] {
    const peers = outsidePeers(args);
    const peersOf = (place: Part | Outside) => (isPart(place) ? [podsOf(place, args)] : peers[place]);
    const into = paths.filter(({ to }) => to === part);
    const outOf = paths.filter(({ from }) => from === part);
    if (into.length + outOf.length === 0) return [];
    // An empty list of peers would mean everybody, where nobody is meant.
    const met = (place: Part | Outside) => peersOf(place)?.length !== 0;
    const ingress = into
      .filter(({ from }) => met(from))
      .map((path) => ({ from: peersOf(path.from), ports: portsOf(path, args) }));
    const egress = outOf
      .filter(({ to }) => met(to))
      .map((path) => ({ to: peersOf(path.to), ports: portsOf(path, args) }));
    const spec = { ...podsOf(part, args), policyTypes: ['Ingress', 'Egress'], ingress, egress };
    const metadata = metadataOf(args, [...into, ...outOf].map(nameOf));
    return [new k8s.networking.v1.NetworkPolicy(part, { metadata, spec }, { parent: this })];
  }

  /** Last, so that what is at work is not cut off before it is allowed. */
  #createDenying(args: NetworkPoliciesArgs, dependsOn: pulumi.Resource[]) {
    const spec = { podSelector: {}, policyTypes: ['Ingress', 'Egress'] };
    return new k8s.networking.v1.NetworkPolicy(
      'default-deny',
      { metadata: metadataOf(args, []), spec },
      { parent: this, dependsOn },
    );
  }
}

/** What a path is called. */
export function nameOf({ from, to }: Path): string {
  return `${from}-to-${to}`;
}

function metadataOf({ namespace, instance }: NetworkPoliciesArgs, paths: readonly string[]) {
  const labels = recommendedLabels({ name: 'logomorph', component: 'network-policy', instance });
  const annotations = { 'logomorph/paths': [...new Set(paths)].join(' ') };
  return { namespace, labels, ...(paths.length > 0 && { annotations }) };
}

function podsOf(part: Part, { instance }: NetworkPoliciesArgs) {
  const matchLabels = { 'app.kubernetes.io/name': part, 'app.kubernetes.io/instance': instance };
  return { podSelector: { matchLabels } };
}

function portsOf({ port, protocols }: Path, { ports }: NetworkPoliciesArgs): Port[] {
  return protocols.map((protocol) => ({ protocol, port: typeof port === 'number' ? port : ports[port] }));
}
