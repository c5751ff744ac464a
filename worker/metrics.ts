import { counter, createRegistry, gauge, histogram } from '@logomorph/core/metrics.ts';

export type WorkerMetrics = ReturnType<typeof createWorkerMetrics>;

/** The metrics that a worker feeds. */
export function createWorkerMetrics() {
  const registry = createRegistry();
  return {
    registry,
    ready: gauge(registry, 'logomorph_ready'),
    jobsCompleted: counter(registry, 'logomorph_jobs_completed_total'),
    jobsFailed: counter(registry, 'logomorph_jobs_failed_total'),
    renderProcessesReplaced: counter(registry, 'logomorph_render_processes_replaced_total'),
    renderDuration: histogram(registry, 'logomorph_render_duration_seconds'),
  };
}
