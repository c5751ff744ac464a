import { alerts } from './alert-rules.ts';
import { DASHBOARD } from './dashboard.ts';
import { PANEL_WINDOW } from './promql.ts';
import { UNFINISHED_RENDERS } from './scaling-query.ts';

/** One PromQL expression of the product, ready to be sent to a Prometheus. */
export interface Expression {
  /** Where it stands: an alert, a panel of a dashboard, or what scales the workers. */
  where: string;
  expr: string;
  /** Whether it must have data once the product has done some work. */
  dataExpected: boolean;
}

/** What stands for Grafana's variable outside of Grafana. */
const WINDOW = '1m';

/** Every PromQL expression of the alerts, the dashboard and the scaling. */
export function allExpressions(): Expression[] {
  const ofAlerts = Object.entries(alerts({ api: 1, worker: 1 })).map(([name, { expr }]) => ({
    where: `alert ${name}`,
    expr,
    // An alert that has data is one that fires.
    dataExpected: false,
  }));
  const panels = DASHBOARD.rows.flatMap(({ panels }) =>
    panels.flatMap(({ title, queries }) =>
      queries.map(({ expr, legend, mayBeEmpty = false }) => ({
        where: `panel ${title}: ${legend}`,
        expr: expr.replaceAll(PANEL_WINDOW, WINDOW),
        dataExpected: !mayBeEmpty,
      })),
    ),
  );
  return [...ofAlerts, ...panels, { where: 'scaling of the workers', expr: UNFINISHED_RENDERS, dataExpected: true }];
}
