import type { Need } from './kubernetes/network/paths.ts';
import type { Settings } from './settings.ts';

/** What of the platform there is, by which it is known who has to reach whom. */
export function needsOf({
  dataStores,
  guests,
  scanner,
  prometheus,
  alertmanager,
  grafana,
  worker,
}: Settings): Set<Need> {
  const needs = new Set<Need>([dataStores.kind === 'in-cluster' ? 'in-cluster' : 'external']);
  if (dataStores.kind === 'shared') needs.add('shared');
  if (guests && dataStores.kind === 'in-cluster') needs.add('guests');
  if (scanner) needs.add('scanner');
  if (prometheus) needs.add('prometheus');
  if (alertmanager) needs.add('alertmanager');
  if (grafana) needs.add('grafana');
  if (worker.scaling.kind === 'keda') needs.add('keda');
  return needs;
}
