import * as k8s from '@pulumi/kubernetes';
import type * as pulumi from '@pulumi/pulumi';
import { restrictedPod } from '../kubernetes/restricted.ts';
import type { Labels } from '../labels.ts';

/** Where an object is, and whose it is. */
export interface Place {
  namespace: pulumi.Input<string>;
  labels: Labels;
  /** Those of the labels that no release changes. */
  selector: Labels;
}

interface SinglePodArgs extends Place {
  /** The user of its image. */
  uid: number;
  priorityClass: pulumi.Input<string>;
  container: k8s.types.input.core.v1.Container;
  volumes: k8s.types.input.core.v1.Volume[];
  /** Where two at once would be in each other's way. */
  strategy?: k8s.types.input.apps.v1.DeploymentStrategy;
  /** Seconds that it gets to stop, where the 30 of Kubernetes are too few. */
  gracePeriodSeconds?: number;
}

/** A Deployment of one pod, as each part has that watches. */
export function createSinglePod(name: string, args: SinglePodArgs, parent: pulumi.Resource): k8s.apps.v1.Deployment {
  const { namespace, labels, selector, uid, priorityClass, container, volumes, strategy, gracePeriodSeconds } = args;
  const pod: k8s.types.input.core.v1.PodSpec = {
    ...restrictedPod(uid),
    priorityClassName: priorityClass,
    ...(gracePeriodSeconds !== undefined && { terminationGracePeriodSeconds: gracePeriodSeconds }),
    containers: [container],
    volumes,
  };
  const spec = {
    replicas: 1,
    ...(strategy && { strategy }),
    selector: { matchLabels: selector },
    template: { metadata: { labels }, spec: pod },
  };
  return new k8s.apps.v1.Deployment(name, { metadata: { namespace, labels }, spec }, { parent });
}

/** The Service of that name, which leads to the port `http` of those pods. */
export function createHttpService(
  name: string,
  port: number,
  { namespace, labels, selector }: Place,
  parent: pulumi.Resource,
): k8s.core.v1.Service {
  const spec = { selector, ports: [{ name: 'http', port, targetPort: 'http' }] };
  return new k8s.core.v1.Service(name, { metadata: { name, namespace, labels }, spec }, { parent });
}
