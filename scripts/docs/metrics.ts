import { METRICS, type MetricDefinition } from '@logomorph/contract/metrics.ts';
import { code, GENERATED, table } from './markdown.ts';

/** `docs/metrics.md`. */
export function metricsDocument(): string {
  const metrics = Object.entries<MetricDefinition>(METRICS);
  const rows = metrics.map(([name, { kind, help, labels }]) => [code(name), kind, labels.map(code).join(', '), help]);
  const buckets = metrics.flatMap(([name, { buckets }]) => (buckets ? [[code(name), buckets.join(', ')]] : []));
  return `${GENERATED}

# Metrics

The API has them at \`/metrics\` of its port, each worker at \`/metrics\` of its own, in the text format of
Prometheus. Each program has those that it feeds, and the default metrics of Node (\`process_*\`, \`nodejs_*\`).

${table(['Name', 'Kind', 'Labels', 'Meaning'], rows)}

A histogram adds \`_bucket\`, \`_sum\` and \`_count\` to its name. The upper bounds of the buckets, in seconds:

${table(['Name', 'Buckets'], buckets)}
`;
}
