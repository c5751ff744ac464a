import type { METRICS, MetricName } from '@logomorph/contract/metrics.ts';

type Metrics = typeof METRICS;

/** The names of the contract that are of one kind. */
export type NameOf<Kind extends Metrics[MetricName]['kind']> = {
  [Name in MetricName]: Metrics[Name]['kind'] extends Kind ? Name : never;
}[MetricName];

/** The labels that Prometheus adds to each series when it scrapes a pod. */
export const TARGET_LABELS = ['job', 'instance', 'component'] as const;

type TargetLabel = (typeof TARGET_LABELS)[number];

/** A label that a series of the metric has: its own by the contract, or its target's. */
export type LabelOf<Name extends MetricName> = Metrics[Name]['labels'][number] | TargetLabel;

/** What to match a label with: a value, or an operator and a value. */
type Matcher = string | readonly ['=' | '!=' | '=~' | '!~', string];

type Matchers<Label extends string> = { readonly [L in Label]?: Matcher };

/** The window that Grafana widens with the picture, so that a rate always has enough samples. */
export const PANEL_WINDOW = '$__rate_interval';

/** A series selector of a metric that is no histogram. */
export function series<Name extends NameOf<'counter' | 'gauge'>>(
  name: Name,
  matchers: Matchers<LabelOf<Name>> = {},
): string {
  return `${name}${matcherList(matchers)}`;
}

/** A series selector of one of the three series that a histogram is exposed as. */
export function histogramSeries<Name extends NameOf<'histogram'>>(
  name: Name,
  part: 'bucket' | 'sum' | 'count',
  matchers: Matchers<LabelOf<Name> | 'le'> = {},
): string {
  return `${name}_${part}${matcherList(matchers)}`;
}

/** Whether Prometheus reached a target at its last scrape. */
export function up(matchers: Matchers<TargetLabel> = {}): string {
  return `up${matcherList(matchers)}`;
}

/** The summed rate of a counter a second, by the labels named. */
export function rateOf<Name extends NameOf<'counter'>>(
  name: Name,
  window: string,
  options: { by?: readonly LabelOf<Name>[]; where?: Matchers<LabelOf<Name>> } = {},
): string {
  return `sum${by(options.by)}(rate(${series(name, options.where)}[${window}]))`;
}

/** A quantile of a histogram, from the buckets of all its targets together. */
export function quantileOf<Name extends NameOf<'histogram'>>(
  quantile: number,
  name: Name,
  window: string,
  options: { by?: readonly LabelOf<Name>[]; where?: Matchers<LabelOf<Name>> } = {},
): string {
  const rates = `rate(${name}_bucket${matcherList(options.where ?? {})}[${window}])`;
  return `histogram_quantile(${quantile}, sum${by(['le', ...(options.by ?? [])])}(${rates}))`;
}

/** An expression that is zero, and not empty, when the other has no series. */
export function orZero(expression: string): string {
  return `(${expression} or vector(0))`;
}

function by(labels: readonly string[] = []): string {
  return labels.length === 0 ? ' ' : ` by (${labels.join(', ')}) `;
}

function matcherList(matchers: Readonly<Record<string, Matcher | undefined>>): string {
  const list = Object.entries(matchers).flatMap(([label, matcher]) => {
    if (matcher === undefined) return [];
    const [operator, value] = typeof matcher === 'string' ? ['=', matcher] : matcher;
    return [`${label}${operator}${JSON.stringify(value)}`];
  });
  return list.length === 0 ? '' : `{${list.join(',')}}`;
}
