import type { SettingReader } from './setting-reader.ts';
import { WORKER_SCALINGS } from './size-keys.ts';

/** How many workers there are: always as many, or by the renders that are not finished. */
export type WorkerScalingSettings =
  | { kind: 'fixed'; replicas: number }
  | { kind: 'keda'; minReplicas: number; maxReplicas: number; rendersPerPod: number; scaleInSeconds: number };

/** The fewest and the most workers. */
export function bounds(scaling: WorkerScalingSettings): { fewest: number; most: number } {
  return scaling.kind === 'fixed'
    ? { fewest: scaling.replicas, most: scaling.replicas }
    : { fewest: scaling.minReplicas, most: scaling.maxReplicas };
}

/** Reads how many workers there are. */
export function readWorkerScaling(read: SettingReader): WorkerScalingSettings {
  const replicas = read.integer('workerReplicas');
  if (read.choice('workerScaling', WORKER_SCALINGS) === 'fixed') return { kind: 'fixed', replicas };
  const maxReplicas = read.integer('workerMaxReplicas');
  if (replicas > maxReplicas) read.refuse('workerReplicas', `must not be above workerMaxReplicas, ${maxReplicas}`);
  return {
    kind: 'keda',
    minReplicas: replicas,
    maxReplicas,
    rendersPerPod: read.integer('workerRendersPerPod'),
    scaleInSeconds: read.integer('scaleInSeconds'),
  };
}
