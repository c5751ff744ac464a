import { NAMED_PORTS, NEEDS, OUTSIDE, PATHS, type Path } from '@logomorph/infra/kubernetes/network/paths.ts';
import { GENERATED, table } from './markdown.ts';

/** `docs/network-policies.md`: who may reach whom in a cluster, from the table that the policies are made of. */
export function networkPoliciesDocument(): string {
  const rows = PATHS.map((path) => [
    path.from,
    path.to,
    portOf(path),
    path.need ? NEEDS[path.need] : 'always',
    path.why,
  ]);
  const sources = [...new Set(PATHS.map(({ from }) => from))];
  const targets = [...new Set(PATHS.map(({ to }) => to))];
  const matrix = sources.map((from) => [
    from,
    ...targets.map((to) => {
      const ports = PATHS.filter((path) => path.from === from && path.to === to).map(portOf);
      return [...new Set(ports)].join(', ');
    }),
  ]);
  const outside = Object.entries(OUTSIDE).map(([name, meaning]) => [name, meaning]);
  return `${GENERATED}

# Network policies

Every pod of the namespace is refused all packets, in and out, but for these paths. There is a policy for each part, and
one that refuses the rest; \`kubectl describe networkpolicy\` shows what a part may do. Policies add up: to allow more,
such as an identity provider with a private address, add one of your own.

They are held by the cluster's network, where it does that: Calico, Cilium and kube-router do, kind's own does from 0.24 on,
and that of EKS once it is switched on, as \`target: aws\` does. Elsewhere they change nothing. The kubelet's probes and
\`kubectl port-forward\` come from the node, which no policy refuses.

${table(['From', 'To', 'Port', 'Where', 'Why'], rows)}

The same, as from (rows) and to (columns):

${table(['', ...targets], matrix)}

What is outside of the namespace:

${table(['Name', 'What it is'], outside)}
`;
}

function portOf({ port, protocols }: Path): string {
  const number = typeof port === 'number' ? `${port}` : NAMED_PORTS[port];
  return protocols.length > 1 ? `${number} (${protocols.join(', ')})` : number;
}
