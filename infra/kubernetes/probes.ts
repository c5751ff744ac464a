import type * as k8s from '@pulumi/kubernetes';

type Probe = k8s.types.input.core.v1.Probe;

/** How long a container may take to start, in seconds. */
const START_SECONDS = 60;

/**
 * The three probes of a container: `alive` says that it runs (else it is restarted), `ready` that it can do
 * its work (else it gets no traffic). It has a minute to start, in which the other two are not asked.
 */
export function probes(alive: Probe, ready: Probe) {
  const period = 2;
  return {
    startupProbe: { ...alive, periodSeconds: period, timeoutSeconds: 2, failureThreshold: START_SECONDS / period },
    livenessProbe: { ...alive, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 3 },
    readinessProbe: { ...ready, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 2 },
  };
}

/** The probes of one of our programs, which answer on the port of that name. */
export function programProbes() {
  return probes({ httpGet: { path: '/health', port: 'http' } }, { httpGet: { path: '/health/ready', port: 'http' } });
}
