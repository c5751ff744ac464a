import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { imageVersion, recommendedLabels, selectorLabels } from '../labels.ts';
import { RESTRICTED_CONTAINER, restrictedPod, scratch } from './restricted.ts';

/** What every data store in the cluster is given. */
export interface StoreArgs {
  namespace: pulumi.Input<string>;
  /** Value of the instance label. */
  instance: string;
  /** Reference of the image. */
  image: string;
  /** Size of the volume. */
  storage: string;
  password: pulumi.Input<string>;
  /** Name of the priority class of the pod. */
  priorityClass: pulumi.Input<string>;
  /** Whether the engine refuses to delete it. */
  protect: boolean;
}

type Container = k8s.types.input.core.v1.Container;

/** What data stores differ in. */
interface DataStoreArgs extends Omit<StoreArgs, 'password'> {
  /** The part it plays; value of the component label. */
  component: string;
  port: number;
  /** Where its volume, `data`, is mounted. */
  dataPath: string;
  /** Command and variables of the container. */
  container: Pick<Container, 'command' | 'args' | 'env'>;
  /** The container's probes. */
  probes: Pick<Container, 'startupProbe' | 'livenessProbe' | 'readinessProbe'>;
  resources: k8s.types.input.core.v1.ResourceRequirements;
  /** Folders beside the volume that it writes to. Default: /tmp. */
  scratchPaths?: Record<string, string>;
  /** More volumes, and where they are mounted. Default: none. */
  volumes?: { volume: k8s.types.input.core.v1.Volume; mount: k8s.types.input.core.v1.VolumeMount }[];
  /** A command, without the image, that makes the volume ready before each start. Default: none. */
  prepare?: string[];
}

/** User id of the official images of Postgres and Redis. */
const UID = 999;

/** One pod with a volume that outlives it, and its address: a data store for one machine's worth of load. */
export class DataStore extends pulumi.ComponentResource {
  /** Name of the service, which is also its host name in the namespace. */
  readonly host: pulumi.Output<string>;

  constructor(name: string, args: DataStoreArgs, opts?: pulumi.ComponentResourceOptions) {
    super('logomorph:kubernetes:DataStore', name, {}, opts);
    this.#createStatefulSet(name, args);
    const service = this.#createService(name, args);
    this.host = service.metadata.name;
    this.registerOutputs({ host: this.host });
  }

  /** Under a fixed name, which its volume's name follows: a replacement finds the data of the one before. */
  #createStatefulSet(name: string, args: DataStoreArgs) {
    const { selector, all } = labels(name, args);
    return new k8s.apps.v1.StatefulSet(
      name,
      {
        metadata: { name, namespace: args.namespace, labels: all },
        spec: {
          replicas: 1,
          // The service by its bare name: the engine holds it back until a pod is ready, and each would wait for the other.
          serviceName: name,
          selector: { matchLabels: selector },
          template: { metadata: { labels: all }, spec: pod(name, args) },
          volumeClaimTemplates: [
            {
              // Labels of a claim template can never be changed, so the version is not among them.
              metadata: { name: 'data', labels: selector },
              spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: args.storage } } },
            },
          ],
        },
      },
      { parent: this, protect: args.protect },
    );
  }

  #createService(name: string, args: DataStoreArgs) {
    const { selector, all } = labels(name, args);
    return new k8s.core.v1.Service(
      name,
      {
        metadata: { name, namespace: args.namespace, labels: all },
        spec: { selector, ports: [{ name: 'store', port: args.port, targetPort: 'store' }] },
      },
      { parent: this },
    );
  }
}

function labels(name: string, { component, instance, image }: DataStoreArgs) {
  const own = { name, component, instance };
  return { selector: selectorLabels(own), all: recommendedLabels({ ...own, version: imageVersion(image) }) };
}

function pod(name: string, args: DataStoreArgs): k8s.types.input.core.v1.PodSpec {
  const data = { name: 'data', mountPath: args.dataPath };
  const scratches = Object.entries(args.scratchPaths ?? { tmp: '/tmp' }).map(([name, path]) => scratch(name, path));
  const volumes = [...scratches, ...(args.volumes ?? [])];
  const base = { image: args.image, imagePullPolicy: 'IfNotPresent', securityContext: RESTRICTED_CONTAINER };
  return {
    ...restrictedPod(UID),
    priorityClassName: args.priorityClass,
    terminationGracePeriodSeconds: 60,
    volumes: volumes.map(({ volume }) => volume),
    ...(args.prepare && {
      initContainers: [
        { ...base, name: 'prepare', command: args.prepare, resources: args.resources, volumeMounts: [data] },
      ],
    }),
    containers: [
      {
        ...base,
        ...args.container,
        name,
        ports: [{ name: 'store', containerPort: args.port }],
        resources: args.resources,
        volumeMounts: [data, ...volumes.map(({ mount }) => mount)],
        ...args.probes,
      },
    ],
  };
}
