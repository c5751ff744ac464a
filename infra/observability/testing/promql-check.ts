import type { SyntaxNode } from '@lezer/common';
import { METRICS, type MetricDefinition } from '@logomorph/contract/metrics.ts';
import { parser } from '@prometheus-io/lezer-promql';
import { TARGET_LABELS } from '../promql.ts';

/** The default metrics of prom-client that expressions may use. They have no labels of their own. */
export const PROGRAM_SERIES = [
  'process_cpu_seconds_total',
  'process_resident_memory_bytes',
  'nodejs_eventloop_lag_p99_seconds',
] as const;

/** Each series that a scrape can bring, with the labels that it has. */
const SERIES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ...Object.entries<MetricDefinition>(METRICS).flatMap(([name, definition]) => exposedSeries(name, definition)),
    ...['up', ...PROGRAM_SERIES].map((name): [string, readonly string[]] => [name, []]),
  ].map(([name, labels]) => [name, new Set<string>([...labels, ...TARGET_LABELS])]),
);

/**
 * What is wrong with a PromQL expression: a fault of its syntax, a series that no program exposes, a label
 * that none of the series has which it is asked of. Nothing is wrong with an empty answer.
 */
export function checkExpression(expr: string): string[] {
  const problems: string[] = [];
  const text = ({ from, to }: SyntaxNode) => expr.slice(from, to);
  parser.parse(expr).iterate({
    enter({ type, node }) {
      if (type.isError) problems.push(`syntax error at character ${node.from + 1}`);
      if (type.name === 'VectorSelector') problems.push(...checkSelector(node, text));
      if (type.name === 'GroupingLabels') problems.push(...checkGrouping(node, text));
    },
  });
  return problems;
}

type Text = (node: SyntaxNode) => string;

function checkSelector(selector: SyntaxNode, text: Text): string[] {
  const name = selector.getChild('Identifier');
  if (name === null) return [`${text(selector)} names no metric`];
  const labels = SERIES.get(text(name));
  if (labels === undefined) return [`${text(name)} is not exposed by any program`];
  const matchers = selector.getChild('LabelMatchers');
  const asked = matchers === null ? [] : descendants(matchers, ['LabelName', 'QuotedLabelName']).map(text);
  return asked.filter((label) => !labels.has(label)).map((label) => `${text(name)} has no label ${label}`);
}

/** The labels of `by`, `without`, `on` and the like must be labels of a series within the same expression. */
function checkGrouping(grouping: SyntaxNode, text: Text): string[] {
  let scope: SyntaxNode | null = grouping.parent;
  while (scope !== null && scope.name !== 'AggregateExpr' && scope.name !== 'BinaryExpr') scope = scope.parent;
  if (scope === null) return [`${text(grouping)} groups nothing`];
  const known = new Set(descendants(scope, ['Identifier']).flatMap((name) => [...(SERIES.get(text(name)) ?? [])]));
  return descendants(grouping, ['LabelName', 'QuotedLabelName'])
    .map(text)
    .filter((label) => !known.has(label))
    .map((label) => `no series has the label ${label} that is grouped by`);
}

function descendants(root: SyntaxNode, names: readonly string[]): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  root.cursor().iterate(({ name, node }) => {
    if (names.includes(name)) found.push(node);
  });
  return found;
}

function exposedSeries(name: string, { kind, labels }: MetricDefinition): [string, readonly string[]][] {
  if (kind !== 'histogram') return [[name, labels]];
  return [
    [`${name}_bucket`, [...labels, 'le']],
    [`${name}_sum`, labels],
    [`${name}_count`, labels],
  ];
}
