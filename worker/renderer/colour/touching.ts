import type { Raster } from '../raster.ts';

/** Two colours touch across at most so many pixels, which mix them. */
const WIDEST_EDGE = 8;
/** Along fewer pixels than one in so many of a side, two colours only happen to meet. */
const SHORTEST_EDGE = 128;
const OPAQUE_ALPHA = 128;

/** The pairs of labels that lie side by side with nothing transparent between them, as indices (the label less 1). */
export function touchingPairs(raster: Raster, labels: Uint8Array): [number, number][] {
  const { width, height } = raster;
  const edges = new Map<number, number>();
  for (let y = 0; y < height; y++) countEdges(edges, raster, labels, y * width, 1, width);
  for (let x = 0; x < width; x++) countEdges(edges, raster, labels, x, width, height);
  const least = Math.max(width, height) / SHORTEST_EDGE;
  return [...edges].filter(([, length]) => length >= least).map(([pair]) => [(pair >> 8) - 1, (pair & 0xff) - 1]);
}

/** Counts the edges along a row or a column: `length` pixels that are `step` apart. */
function countEdges(
  edges: Map<number, number>,
  { data }: Raster,
  labels: Uint8Array,
  start: number,
  step: number,
  length: number,
): void {
  let last = 0;
  let gap = 0;
  for (let pixel = start, end = start + length * step; pixel < end; pixel += step) {
    const label = labels[pixel] ?? 0;
    if ((data[pixel * 4 + 3] ?? 0) < OPAQUE_ALPHA) {
      last = 0;
    } else if (label === 0) {
      gap++;
    } else {
      if (last !== 0 && last !== label && gap <= WIDEST_EDGE) {
        const pair = (Math.min(last, label) << 8) | Math.max(last, label);
        edges.set(pair, (edges.get(pair) ?? 0) + 1);
      }
      last = label;
      gap = 0;
    }
  }
}

/**
 * A number for each of `count` nodes, equal for those that pairs join, directly or through others.
 * @param apart a node that joins nothing, if there is one
 */
export function joinedGroups(
  count: number,
  pairs: readonly (readonly [number, number])[],
  apart: number | undefined,
): number[] {
  const groups = Array.from({ length: count }, (_, index) => index);
  for (const [one, other] of pairs) {
    if (one === apart || other === apart) continue;
    const [keep, change] = [groups[one], groups[other]];
    if (keep === undefined || keep === change) continue;
    groups.forEach((group, index) => {
      if (group === change) groups[index] = keep;
    });
  }
  return groups;
}
