import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { imageVersion, type Labels, recommendedLabels, selectorLabels } from '../labels.ts';
import type { Resources } from '../resource-settings.ts';
import type { ProgramFiles } from './database-ca.ts';
import { programProbes } from './probes.ts';
import { RESTRICTED_CONTAINER, restrictedPod, scratch } from './restricted.ts';

/** What both programs of ours are given. */
export interface ProgramArgs {
  namespace: pulumi.Input<string>;
  /** Value of the instance label. */
  instance: string;
  /** Reference of the image. */
  image: pulumi.Input<string>;
  /** The programs' environment. */
  envFrom: k8s.types.input.core.v1.EnvFromSource[];
  /** Files that it names. */
  files: ProgramFiles;
  resources: Resources;
  /** Name of the priority class of the pods. */
  priorityClass: pulumi.Input<string>;
  /** How long a rollout may make no progress, in seconds. */
  rolloutDeadline: number;
  /** How many pods stay while nodes are emptied; 0 for none. */
  minAvailable: number;
}

/** What the two programs differ in. */
interface PodArgs {
  /** Labels of the pods. */
  selector: Labels;
  /** The port with probes and metrics. */
  port: number;
  /** Name of the service account. */
  serviceAccount: pulumi.Input<string>;
  /** How long a pod that is to stop goes on as before, until SIGTERM. Default: not at all. */
  preStopSeconds?: number;
  /** The time between being told to stop and SIGKILL, the above included. */
  graceSeconds: number;
}

/** User id in our images. */
export const UID = 1000;

/** What pods are spread over: zones, and in each the nodes. */
const SPREAD = ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'];

/**
 * How pods of a release take the place of those before it. One that does not become ready leaves them at work. Many pods come
 * by the quarter: one after the other they would take longer than the engine waits.
 */
export const ROLLOUT = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: '25%' } } as const;

/** Labels of a program of ours. */
export interface ProgramLabels {
  /** Those that select its pods. */
  selector: Labels;
  /** Those of what stays the same from release to release. */
  lasting: Labels;
  /** Those of what runs one version: the deployment and its pods. */
  versioned: Labels;
}

/** The labels of a program of ours, which plays a part (`component`). */
export function programLabels(
  name: string,
  component: string,
  { instance, image }: Pick<ProgramArgs, 'instance' | 'image'>,
): ProgramLabels {
  const own = { name, component, instance };
  const version = pulumi.output(image).apply(imageVersion);
  return {
    selector: selectorLabels(own),
    lasting: recommendedLabels(own),
    versioned: recommendedLabels({ ...own, version }),
  };
}

/** Whom pods of a program are to the cluster, which tells them nothing; by its fixed name a cloud grants them rights. */
export function programAccount(
  name: string,
  { namespace }: Pick<ProgramArgs, 'namespace'>,
  { lasting: labels }: ProgramLabels,
  parent: pulumi.Resource,
) {
  const metadata = { name, namespace, labels };
  return new k8s.core.v1.ServiceAccount(name, { metadata, automountServiceAccountToken: false }, { parent });
}

/** What each container of our images has. */
export function programContainer(name: string, { image, envFrom }: Pick<ProgramArgs, 'image' | 'envFrom'>) {
  return {
    name,
    image,
    imagePullPolicy: 'IfNotPresent',
    envFrom,
    securityContext: RESTRICTED_CONTAINER,
    // The kubelet then has the program's last words, which say what is wrong where it does not start.
    terminationMessagePolicy: 'FallbackToLogsOnError',
  } satisfies k8s.types.input.core.v1.Container;
}

/** The pod of a program of ours: one container that meets the level `restricted`. */
export function programPod(name: string, args: ProgramArgs, pod: PodArgs): k8s.types.input.core.v1.PodSpec {
  const tmp = scratch('tmp', '/tmp', '256Mi');
  return {
    serviceAccountName: pod.serviceAccount,
    priorityClassName: args.priorityClass,
    topologySpreadConstraints: SPREAD.map((topologyKey) => spread(topologyKey, pod.selector)),
    ...restrictedPod(UID),
    terminationGracePeriodSeconds: pod.graceSeconds,
    volumes: [tmp.volume, ...args.files.volumes],
    containers: [
      {
        ...programContainer(name, args),
        ports: [{ name: 'http', containerPort: pod.port }],
        resources: args.resources,
        volumeMounts: [tmp.mount, ...args.files.mounts],
        ...(pod.preStopSeconds ? { lifecycle: { preStop: { sleep: { seconds: pod.preStopSeconds } } } } : {}),
        ...programProbes(),
      },
    ],
  };
}

/**
 * Pods of one release are spread by themselves: else those that are going would push the new ones together. It is a wish
 * and not a rule, as a pod in the wrong place serves better than none while a zone is down.
 */
function spread(topologyKey: string, matchLabels: Labels): k8s.types.input.core.v1.TopologySpreadConstraint {
  return {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels },
    matchLabelKeys: ['pod-template-hash'],
  };
}
