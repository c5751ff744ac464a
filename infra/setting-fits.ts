import type { SettingReader } from './setting-reader.ts';
import type { Settings } from './settings.ts';
import { bounds } from './worker-scaling.ts';

/** Refuses settings that are each as they should be, and do not fit each other. */
export function refuseMisfits(read: SettingReader, settings: Settings): void {
  refuseNumbersOfPods(read, settings);
  refusePlaces(read, settings);
  refuseHaste(read, settings);
  refuseFirewall(read, settings);
  refuseBlindness(read, settings);
  refuseGuests(read, settings);
}

/** Else no pod could ever be taken away, and no node be emptied. */
function refuseNumbersOfPods(read: SettingReader, { service, worker }: Settings): void {
  if (service.minReplicas > service.maxReplicas)
    read.refuse('serviceMinReplicas', `must not be above serviceMaxReplicas, ${service.maxReplicas}`);
  if (service.minAvailable >= service.minReplicas)
    read.refuse('serviceMinAvailable', `must be below serviceMinReplicas, ${service.minReplicas}`);
  const { fewest } = bounds(worker.scaling);
  if (worker.minAvailable >= fewest) read.refuse('workerMinAvailable', `must be below workerReplicas, ${fewest}`);
}

function refusePlaces(read: SettingReader, { environment, target, dataStores, keptSecrets }: Settings): void {
  if (target.kind === 'kubernetes' && dataStores.kind === 'aws')
    read.refuse('dataStores', 'must not be aws where target is kubernetes: its pods have no rights in AWS');
  if (target.kind === 'kubernetes' && keptSecrets !== undefined)
    read.refuse('secrets', 'must be pulumi where target is kubernetes: what it could bring is kept in AWS');
  if (target.kind === 'aws' && environment === 'local')
    read.refuse('target', 'must be kubernetes where environment is local: nothing in AWS is for throwing away');
  if (target.kind === 'aws' && dataStores.kind === 'in-cluster')
    read.refuse(
      'dataStores',
      'must not be in-cluster where target is aws: nothing there backs its volumes up; take aws',
    );
}

/** Seconds that a load balancer of AWS may take to hear of a pod that is going, and to send it nothing more. */
const NOTICE = 10;

function refuseHaste(read: SettingReader, { target, times }: Settings): void {
  if (target.kind === 'aws' && target.edge !== undefined && times.deregistrationDelay < NOTICE)
    read.refuse('deregistrationDelaySeconds', `must not be below ${NOTICE} where domainName is set`);
}

/** Else a tenant whose programs have one address would be refused before it has asked as much as it may. */
function refuseFirewall(read: SettingReader, { target, limits }: Settings): void {
  if (target.kind !== 'aws' || target.edge === undefined) return;
  const inFiveMinutes = 5 * Number(limits.RATE_LIMIT_PER_TENANT_PER_MINUTE);
  if (target.edge.rateLimit < inFiveMinutes)
    read.refuse('firewallRateLimit', `must not be below 5 times rateLimitPerTenantPerMinute, ${inFiveMinutes}`);
}

/** Prod shares nothing with what is not reviewed yet, and a guest is no host. */
function refuseGuests(read: SettingReader, { environment, dataStores, guests }: Settings): void {
  if (guests && (environment === 'prod' || environment === 'pr'))
    read.refuse('guests', `must be false where environment is ${environment}`);
  if (environment === 'pr' && dataStores.kind !== 'shared')
    read.refuse('dataStores', 'must be shared where environment is pr');
  if (environment !== 'pr' && dataStores.kind === 'shared')
    read.refuse('dataStores', 'must not be shared where environment is not pr');
}

function refuseBlindness(read: SettingReader, { worker, prometheus, alertmanager, grafana }: Settings): void {
  if (prometheus !== undefined) return;
  if (worker.scaling.kind === 'keda')
    read.refuse('workerScaling', 'must be fixed where prometheus is false: KEDA asks it how much work there is');
  if (alertmanager !== undefined)
    read.refuse('slackWebhookUrl', 'must not be set where prometheus is false: there would be no alerts');
  if (grafana !== undefined)
    read.refuse('grafana', 'must be false where prometheus is false: it would have nothing to show');
}
