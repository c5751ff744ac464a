import type * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import { type ProgramArgs, programContainer, UID } from './program.ts';
import { restrictedPod, scratch } from './restricted.ts';

/** What a task of ours is given, which runs to its end. */
export type TaskArgs = Omit<ProgramArgs, 'minAvailable' | 'resources' | 'rolloutDeadline'>;

/** The pod of a task: one container that runs a script of the image, and meets the level `restricted`. */
export function taskPod(name: string, script: string, args: TaskArgs, serviceAccountName: pulumi.Input<string>) {
  const tmp = scratch('tmp', '/tmp');
  return {
    serviceAccountName,
    priorityClassName: args.priorityClass,
    ...restrictedPod(UID),
    restartPolicy: 'Never',
    // It has nothing to put in order: what it has begun, Postgres takes back.
    terminationGracePeriodSeconds: 5,
    volumes: [tmp.volume, ...args.files.volumes],
    containers: [
      {
        ...programContainer(name, args),
        command: ['node', script],
        resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
        volumeMounts: [tmp.mount, ...args.files.mounts],
      },
    ],
  } satisfies k8s.types.input.core.v1.PodSpec;
}
