import type { Component } from './prometheus-config.ts';
import { orZero, rateOf, series, up } from './promql.ts';

/** The share of requests that may end in a server error, from which the burn rates are counted. */
const ERROR_BUDGET = 0.001;

/** As many errors in the long window are no alert, whatever their share. */
const FEW_ERRORS = 5;

/**
 * What the cluster asks for, and no client. It would hide faults in many good answers, and a pod that says it
 * is not ready, as each does before it stops, is no fault.
 */
export const PROBES = '/health.*|/metrics';

/**
 * How many pods of a component are ready. Of programs that do not tell, as the previous version while it is replaced, those are
 * counted that answer.
 */
export function readyPods(component: Component): string {
  return orZero(`sum(${series('logomorph_ready', { component })} or ${up({ component })})`);
}

const SERVER_ERRORS = { type: 'server', route: ['!~', PROBES] } as const;

/**
 * The error ratio of the long window while both windows burn the budget at the rate: the short one ends it soon. Where there are few
 * requests one error is a large share of them, and nothing to wake anybody for.
 */
export function burns(rate: number, long: string, short: string): string {
  const limit = Number((rate * ERROR_BUDGET).toFixed(6));
  const errors = `sum(increase(${series('logomorph_http_errors_total', SERVER_ERRORS)}[${long}]))`;
  return `${errorRatio(long)} > ${limit} and ${errorRatio(short)} > ${limit} and ${errors} > ${FEW_ERRORS}`;
}

function errorRatio(window: string): string {
  const errors = rateOf('logomorph_http_errors_total', window, { where: SERVER_ERRORS });
  return `${errors} / ${rateOf('logomorph_http_requests_total', window, { where: { route: ['!~', PROBES] } })}`;
}

/** Scans that ended so, a second. */
export function scans(outcomes: string): string {
  return rateOf('logomorph_logo_scans_total', '5m', { where: { outcome: ['=~', outcomes] } });
}

/** Renders that came to their end, well or not, a second. A counter has no series before its first event. */
export function finished(window: string): string {
  const completed = rateOf('logomorph_jobs_completed_total', window);
  const failed = rateOf('logomorph_jobs_failed_total', window);
  return `${orZero(completed)} + ${orZero(failed)}`;
}
