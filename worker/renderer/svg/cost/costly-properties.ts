/** The properties that say what is drawn at the vertices of an outline. */
export const MARKERS = ['marker', 'marker-start', 'marker-mid', 'marker-end'] as const;

/** The inherited properties that decide what drawing costs. */
export const COSTLY_INHERITED = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', ...MARKERS] as const;

/** The name of one of them. */
export type CostlyInherited = (typeof COSTLY_INHERITED)[number];

/** The properties that are lengths of shapes. */
export const SHAPE_LENGTHS = ['width', 'height', 'r', 'rx', 'ry', 'x1', 'y1', 'x2', 'y2'] as const;

/** All properties that decide it. */
export const COSTLY: ReadonlySet<string> = new Set([
  ...COSTLY_INHERITED,
  ...['transform', 'opacity', 'isolation', 'mix-blend-mode', 'mask', 'filter', 'clip-path'],
  ...SHAPE_LENGTHS,
]);

/** Whether a property is one that decides what drawing costs, and is inherited. */
export function isInherited(name: string): name is CostlyInherited {
  return COSTLY_INHERITED.some((inherited) => inherited === name);
}
