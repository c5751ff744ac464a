/** The inherited properties that decide what drawing costs. */
export const COSTLY_INHERITED = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'marker',
  'marker-start',
  'marker-mid',
  'marker-end',
] as const;

/** All properties that decide it, lengths of basic shapes among them. */
export const COSTLY: ReadonlySet<string> = new Set([
  ...COSTLY_INHERITED,
  ...['transform', 'opacity', 'isolation', 'mix-blend-mode', 'mask', 'filter', 'clip-path'],
  ...['width', 'height', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2'],
]);
