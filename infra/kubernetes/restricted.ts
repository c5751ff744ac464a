import type * as k8s from '@pulumi/kubernetes';

/**
 * What the pod-security level `restricted` asks of a pod, and what we add to it: one user id for all
 * containers, by number (so that the kubelet can tell it is not root), volumes that this user can write, no
 * token, and no list of the namespace's services in the environment.
 */
export function restrictedPod(uid: number) {
  return {
    automountServiceAccountToken: false,
    enableServiceLinks: false,
    securityContext: {
      runAsNonRoot: true,
      runAsUser: uid,
      runAsGroup: uid,
      fsGroup: uid,
      // Large volumes would otherwise be walked through on every start.
      fsGroupChangePolicy: 'OnRootMismatch',
      seccompProfile: { type: 'RuntimeDefault' },
    },
  } satisfies Partial<k8s.types.input.core.v1.PodSpec>;
}

/** What `restricted` asks of a container, and a root file system that cannot be written. */
export const RESTRICTED_CONTAINER: k8s.types.input.core.v1.SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};

/** A volume for what a container has to write outside its data, and where it is mounted. */
export function scratch(name: string, mountPath: string, sizeLimit = '64Mi') {
  return {
    volume: { name, emptyDir: { sizeLimit } } satisfies k8s.types.input.core.v1.Volume,
    mount: { name, mountPath } satisfies k8s.types.input.core.v1.VolumeMount,
  };
}
