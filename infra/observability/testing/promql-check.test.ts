import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DASHBOARD } from '../dashboard.ts';
import { allExpressions } from '../expressions.ts';
import { checkExpression } from './promql-check.ts';

describe('every PromQL expression keeps to the contract of metrics', () => {
  for (const { where, expr } of allExpressions()) {
    test(where, () => assert.deepEqual(checkExpression(expr), []));
  }

  test('and so do the labels that legends show', () => {
    const unknown = DASHBOARD.rows
      .flatMap(({ panels }) => panels.flatMap(({ queries }) => queries))
      .flatMap(({ expr, legend }) =>
        [...legend.matchAll(/\{\{(\w+)\}\}/g)]
          .map(([, label]) => `sum by (${label}) (${expr.replaceAll('$__rate_interval', '1m')})`)
          .flatMap(checkExpression),
      );
    assert.deepEqual(unknown, []);
  });
});

describe('the check finds', () => {
  const faults: [string, string, string[]][] = [
    ['an unknown metric', 'sum(logomorph_nothing_total)', ['logomorph_nothing_total is not exposed by any program']],
    [
      'a histogram without its suffix',
      'logomorph_http_request_duration_seconds{quantile="0.95"}',
      ['logomorph_http_request_duration_seconds is not exposed by any program'],
    ],
    [
      'an unknown label in a matcher',
      'rate(logomorph_jobs_failed_total{cause="internal"}[5m])',
      ['logomorph_jobs_failed_total has no label cause'],
    ],
    ['`le` beside the buckets', 'logomorph_queue_size{le="1"}', ['logomorph_queue_size has no label le']],
    [
      'an unknown label in a grouping',
      'sum by (route, colour) (logomorph_http_requests_total)',
      ['no series has the label colour that is grouped by'],
    ],
    [
      'an unknown label in a join',
      'logomorph_outbox_size * on (colour) up',
      ['no series has the label colour that is grouped by'],
    ],
    ['a selector without a metric', '{component="api"}', ['{component="api"} names no metric']],
    ['a fault of syntax', 'sum(up', ['syntax error at character 7']],
  ];
  for (const [what, expr, problems] of faults) {
    test(what, () => assert.deepEqual(checkExpression(expr), problems));
  }
});
