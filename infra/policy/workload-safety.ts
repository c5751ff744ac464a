import { at, listAt, type Plain, textAt, texts } from './plain.ts';
import { containersOf, kindOf, lastingContainersOf, podOf } from './pods.ts';
import type { Rule, Subject } from './rule.ts';

/** What may be added to the capabilities of a container by the pod-security level `restricted`. */
const HARMLESS_CAPABILITIES = ['NET_BIND_SERVICE'];
const SECCOMP_PROFILES = ['RuntimeDefault', 'Localhost'];

/** How pods are held in bounds. */
export const WORKLOAD_RULES: readonly Rule[] = [
  {
    name: 'containers-have-limits',
    description: 'Every container asks for CPU and memory, and has a limit to both.',
    resource: (subject) => containersOf(subject).flatMap(missingAmounts),
  },
  {
    name: 'containers-have-probes',
    description: 'Every container that lasts is asked whether it has started, lives and is ready.',
    resource: (subject) => lastingContainersOf(subject).flatMap(missingProbes),
  },
  {
    name: 'containers-have-no-privilege',
    description: 'No container is root, privileged or on its node; each drops all capabilities.',
    resource: (subject) => [
      ...privilegesOfPod(subject),
      ...containersOf(subject).flatMap((one) => privileges(one, subject)),
    ],
  },
  {
    name: 'namespaces-are-restricted',
    description: 'Every namespace of ours refuses pods that are not at the level restricted.',
    resource: unrestricted,
  },
];

function missingAmounts(container: Plain): string[] {
  return ['requests.cpu', 'requests.memory', 'limits.cpu', 'limits.memory']
    .filter((amount) => at(container, `resources.${amount}`) === undefined)
    .map((amount) => `container ${textAt(container, 'name')} has no ${amount}`);
}

function missingProbes(container: Plain): string[] {
  return ['startupProbe', 'livenessProbe', 'readinessProbe']
    .filter((probe) => at(container, probe) === undefined)
    .map((probe) => `container ${textAt(container, 'name')} has no ${probe}`);
}

function privilegesOfPod(subject: Subject): string[] {
  const pod = podOf(subject);
  const shared = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => at(pod, field) === true);
  const folders = listAt(pod, 'volumes').filter((volume) => at(volume, 'hostPath') !== undefined);
  return [
    ...shared.map((field) => `has ${field}`),
    ...folders.map((volume) => `volume ${textAt(volume, 'name')} is a folder of the node`),
  ];
}

function privileges(container: Plain, subject: Subject): string[] {
  const own = at(container, 'securityContext');
  const ofPod = at(podOf(subject), 'securityContext');
  const either = (field: string) => at(own, field) ?? at(ofPod, field);
  const added = texts(at(own, 'capabilities.add')).filter((one) => !HARMLESS_CAPABILITIES.includes(one));
  const wrong: [string, boolean][] = [
    ['is privileged', at(own, 'privileged') === true],
    ['may gain privileges', at(own, 'allowPrivilegeEscalation') !== false],
    ['may run as root', either('runAsNonRoot') !== true || either('runAsUser') === 0],
    ['keeps capabilities', !texts(at(own, 'capabilities.drop')).includes('ALL')],
    [`adds the capabilities ${added.join(', ')}`, added.length > 0],
    ['has no seccomp profile', !SECCOMP_PROFILES.includes(textAt(either('seccompProfile'), 'type'))],
  ];
  return wrong.filter(([, is]) => is).map(([problem]) => `container ${textAt(container, 'name')} ${problem}`);
}

function unrestricted(subject: Subject): string[] {
  if (kindOf(subject) !== 'Namespace') return [];
  const level = at(subject.inputs, ['metadata', 'labels', 'pod-security.kubernetes.io/enforce']);
  return level === 'restricted' ? [] : ['does not enforce the pod-security level restricted'];
}
