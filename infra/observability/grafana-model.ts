/** The uid of the data source, which dashboards name it by. */
export const DATASOURCE_UID = 'logomorph-prometheus';

/** Units as Grafana names them. */
type Unit = 's' | 'reqps' | 'ops' | 'percentunit' | 'bytes' | 'short';

/** One query of a panel. */
export interface Query {
  expr: string;
  /** Names each line; `{{label}}` stands for the value of a label. */
  legend: string;
  /** Set where a product without faults gives no data. */
  mayBeEmpty?: true;
}

interface Panel {
  title: string;
  description?: string;
  unit: Unit;
  /** `stat` shows the last value, `timeseries` the course (the default). */
  kind?: 'timeseries' | 'stat';
  queries: readonly Query[];
}

/** A heading and the panels under it, side by side. */
export interface Row {
  title: string;
  panels: readonly Panel[];
}

export interface Dashboard {
  /** Stable: it is in the dashboard's address. */
  uid: string;
  title: string;
  rows: readonly Row[];
}

/** Grafana lays panels out on a grid this wide. */
const GRID_WIDTH = 24;
const PANEL_HEIGHT = 8;

/** A dashboard in the form that Grafana reads. */
export function grafanaDashboard({ uid, title, rows }: Dashboard) {
  return {
    uid,
    title,
    tags: ['logomorph'],
    schemaVersion: 39,
    editable: false,
    refresh: '10s',
    time: { from: 'now-1h', to: 'now' },
    timezone: 'browser',
    panels: rows.flatMap((row, index) => grafanaRow(row, index, firstId(rows, index))),
  };
}

/** Ids count panels and row headings from 1, in their order. */
function firstId(rows: readonly Row[], index: number): number {
  return rows.slice(0, index).reduce((id, { panels }) => id + panels.length + 1, 1);
}

function grafanaRow({ title, panels }: Row, index: number, id: number) {
  const y = index * (PANEL_HEIGHT + 1);
  const w = Math.floor(GRID_WIDTH / panels.length);
  const heading = { id, type: 'row', title, collapsed: false, gridPos: { x: 0, y, w: GRID_WIDTH, h: 1 }, panels: [] };
  return [
    heading,
    ...panels.map((panel, column) =>
      grafanaPanel(panel, id + 1 + column, { x: column * w, y: y + 1, w, h: PANEL_HEIGHT }),
    ),
  ];
}

function grafanaPanel({ title, description, unit, kind = 'timeseries', queries }: Panel, id: number, gridPos: object) {
  const datasource = { type: 'prometheus', uid: DATASOURCE_UID };
  return {
    id,
    type: kind,
    title,
    ...(description === undefined ? {} : { description }),
    gridPos,
    datasource,
    fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
    targets: queries.map(({ expr, legend }, index) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + index),
      datasource,
      expr,
      legendFormat: legend,
      range: kind === 'timeseries',
      instant: kind === 'stat',
    })),
  };
}
