import { type TimeSettings, timeBudgets } from '@logomorph/contract/time-budgets.ts';

/** How often a load balancer asks each pod whether it is ready, and how often it must hear the same, in seconds. */
const CHECK = { interval: 5, timeout: 4, times: 2 };

/**
 * What an Ingress says of its pods to the load balancer. A pod that is going is let finish: it lasts no longer than its
 * grace, so until then its connections stay.
 */
export function targetAnnotations(times: TimeSettings): Record<string, string> {
  const { serviceReadyOff, serviceGrace } = timeBudgets(times);
  const own = {
    'healthcheck-path': '/health/ready',
    'healthcheck-interval-seconds': `${CHECK.interval}`,
    'healthcheck-timeout-seconds': `${CHECK.timeout}`,
    'healthy-threshold-count': `${CHECK.times}`,
    'unhealthy-threshold-count': `${CHECK.times}`,
    'success-codes': '200',
    'target-group-attributes': `deregistration_delay.timeout_seconds=${serviceReadyOff + serviceGrace}`,
  };
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [`alb.ingress.kubernetes.io/${key}`, value]));
}

/** Label of a namespace whose pods are ready only once a load balancer has found them so. */
export const READINESS_GATES = { 'eks.amazonaws.com/pod-readiness-gate-inject': 'enabled' };
