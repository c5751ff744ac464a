import { METRICS, type MetricName } from '@logomorph/contract/metrics.ts';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

type NameOf<Kind extends string> = {
  [Name in MetricName]: (typeof METRICS)[Name]['kind'] extends Kind ? Name : never;
}[MetricName];

type LabelOf<Name extends MetricName> = (typeof METRICS)[Name]['labels'][number];

/** A registry with Node's default metrics in it. A program adds those of the contract that it feeds. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** The counter of that name in the contract. */
export function counter<Name extends NameOf<'counter'>>(registry: Registry, name: Name): Counter<LabelOf<Name>> {
  const { help, labels } = METRICS[name];
  return new Counter<LabelOf<Name>>({ name, help, labelNames: labels, registers: [registry] });
}

/** The gauge of that name in the contract; `collect` is called at each scrape and sets it. */
export function gauge<Name extends NameOf<'gauge'>>(
  registry: Registry,
  name: Name,
  collect?: (gauge: Gauge<LabelOf<Name>>) => void | Promise<void>,
): Gauge<LabelOf<Name>> {
  const { help, labels } = METRICS[name];
  return new Gauge<LabelOf<Name>>({
    name,
    help,
    labelNames: labels,
    registers: [registry],
    ...(collect === undefined
      ? {}
      : {
          collect() {
            return collect(this);
          },
        }),
  });
}

/** The histogram of that name in the contract. */
export function histogram<Name extends NameOf<'histogram'>>(registry: Registry, name: Name): Histogram<LabelOf<Name>> {
  const { help, labels, buckets } = METRICS[name];
  return new Histogram<LabelOf<Name>>({ name, help, labelNames: labels, buckets: [...buckets], registers: [registry] });
}
