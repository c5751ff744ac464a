import { at, isPlain, listAt, type Plain } from './plain.ts';
import type { Subject } from './rule.ts';

/** Where the pod is in each kind of object that makes pods. */
const POD_PATHS: Record<string, string> = {
  Pod: 'spec',
  CronJob: 'spec.jobTemplate.spec.template.spec',
  ...Object.fromEntries(
    ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'ReplicationController', 'Job'].map((kind) => [
      kind,
      'spec.template.spec',
    ]),
  ),
};

/** Kinds whose pods come to an end by themselves. */
const ENDS = ['Job', 'CronJob'];

/** The kind of a Kubernetes object without its API group, or the empty text for anything else. */
export function kindOf({ type }: Subject): string {
  return type.startsWith('kubernetes:') ? (type.split(':').at(-1) ?? '') : '';
}

/** The pod that an object makes; undefined for one that makes none. */
export function podOf(subject: Subject): Plain | undefined {
  const path = POD_PATHS[kindOf(subject)];
  const pod = path === undefined ? undefined : at(subject.inputs, path);
  return isPlain(pod) ? pod : undefined;
}

/** Whether an object's pods go on until they are stopped, and so must say whether they are well. */
export function isLasting(subject: Subject): boolean {
  return podOf(subject) !== undefined && !ENDS.includes(kindOf(subject));
}

/** The containers of an object's pods, those that run before the others included. */
export function containersOf(subject: Subject): Plain[] {
  const pod = podOf(subject);
  return [...listAt(pod, 'initContainers'), ...listAt(pod, 'containers'), ...listAt(pod, 'ephemeralContainers')];
}

/** The containers that run for as long as the pod does. */
export function lastingContainersOf(subject: Subject): Plain[] {
  return isLasting(subject) ? listAt(podOf(subject), 'containers') : [];
}
