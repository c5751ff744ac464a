import { choice, cpu, integer, type SettingKey, size, text } from './setting-forms.ts';

/** What says how many workers there are. */
export const WORKER_SCALINGS = ['fixed', 'keda'] as const;

/** The settings of how many pods of our programs there are, and of how large each is. */
export const SIZE_KEYS = {
  serviceMinReplicas: integer(1, 100, 3, 'The fewest API pods'),
  serviceMaxReplicas: integer(1, 100, 10, 'The most API pods'),
  workerScaling: choice(
    WORKER_SCALINGS,
    'fixed',
    'fixed keeps workerReplicas; keda, which the cluster must have, scales',
  ),
  workerReplicas: integer(1, 100, 2, 'Worker pods; with keda the fewest'),
  workerMaxReplicas: integer(1, 100, 10, 'The most worker pods, with keda'),
  workerRendersPerPod: integer(1, 1000, 8, 'Unfinished renders for each worker pod, with keda'),
  scaleInSeconds: integer(0, 3600, 300, 'How long there has to be less to do before pods are taken away'),
  serviceMinAvailable: integer(0, 99, 2, 'API pods that stay while nodes are emptied; 0 lets all go at once'),
  workerMinAvailable: integer(0, 99, 1, 'Worker pods that stay while nodes are emptied; 0 lets all go at once'),
  serviceCpuRequest: text(cpu, '100m', 'CPU that an API pod is sure of; the autoscaler measures by it'),
  serviceCpuLimit: text(cpu, '500m', 'The most CPU an API pod gets'),
  serviceMemoryRequest: text(size, '256Mi', 'Memory that an API pod is sure of; the autoscaler measures by it'),
  serviceMemoryLimit: text(size, '512Mi', 'Memory above which an API pod is killed'),
  workerCpuRequest: text(cpu, '250m', 'CPU that a worker pod is sure of'),
  workerCpuLimit: text(cpu, '1', 'The most CPU a worker pod gets'),
  workerMemoryRequest: text(size, '512Mi', 'Memory that a worker pod is sure of'),
  workerMemoryLimit: text(size, '1Gi', 'Memory above which a worker pod is killed'),
} as const satisfies Record<string, SettingKey>;
