import { type Contour, reversed } from '../contour.ts';
import { along, bestStart, type Correspondence, correspond, evenCost, SAMPLES, sample } from './correspondence.ts';
import { cutAt, measure, type Outline, startingAt } from './outline.ts';

/** Two contours cut into equally many curves: the coordinates of one become those of the other, number by number. */
export interface Track {
  from: number[];
  to: number[];
  closed: boolean;
}

/** How far apart, as a share of the length, ends of curves may be to be led to one another: corners stay corners. */
const SNAP = 1.5 / SAMPLES;

/** Cuts closer than this would make curves of no length. */
const APART = 1e-6;

/**
 * Makes a contour ready to become another. Each is cut where the other has the end of a curve, at the place that
 * goes with it best, so both keep their outlines exactly. Closed contours may start anywhere, so the best start is
 * looked for; directions are kept, but for that of a line that may be turned around.
 */
export function align(from: Contour, to: Contour, turnable?: 'from' | 'to'): Track {
  const closed = from.closed && to.closed;
  const [start, end] = closed ? orient(measure(from), measure(to)) : orientLine(from, to, turnable);
  const anchors = snapped(start, end, correspond(sample(start), sample(end)));
  const cuts = jointCuts(start, end, anchors);
  return { from: cutAt(start, cuts.from), to: cutAt(end, cuts.to), closed };
}

/** A contour that comes out of a point, or goes into one. */
export function toPoint(contour: Contour, [x, y]: readonly [number, number]): Track {
  const point = contour.points.map((_, at) => (at % 2 === 0 ? x : y));
  return { from: contour.points, to: point, closed: contour.closed };
}

/** The track run from its end. */
export function backwards({ from, to, closed }: Track): Track {
  return { from: to, to: from, closed };
}

/** Two closed outlines, the second with the start that is best. */
function orient(from: Outline, to: Outline): [Outline, Outline] {
  const { share } = bestStart(sample(from), sample(to));
  const corner = to.ends.find((end) => Math.abs(end - share) < SNAP);
  return [from, startingAt(to, corner ?? share)];
}

/** Two outlines of which one is a line, as lines from end to end: the closed one starts where it is best. */
function orientLine(from: Contour, to: Contour, turnable: 'from' | 'to' | undefined): [Outline, Outline] {
  const ways: [Contour, Contour][] = [[from, to]];
  if (turnable === 'from') ways.push([reversed(from), to]);
  if (turnable === 'to') ways.push([from, reversed(to)]);
  const tries = ways.map((way): { outlines: [Outline, Outline]; cost: number } => {
    const [a, b] = [measure(way[0]), measure(way[1])];
    if (b.closed) {
      const { share, cost } = bestStart(sample(a), sample(b));
      return { outlines: [a, startingAt(b, share)], cost };
    }
    if (a.closed) {
      const { share, cost } = bestStart(sample(b), sample(a));
      return { outlines: [startingAt(a, share), b], cost };
    }
    return { outlines: [a, b], cost: evenCost(sample(a), sample(b)) };
  });
  const best = tries.reduce((least, one) => (one.cost < least.cost ? one : least));
  return best.outlines;
}

/** The correspondence with ends of curves that nearly meet led to one another, and its course kept between them. */
function snapped(from: Outline, to: Outline, course: Correspondence): Correspondence {
  const anchors: Correspondence = { from: [0], to: [0] };
  for (const end of from.ends.slice(1, -1)) {
    const goal = along(course.from, course.to, end);
    const near = to.ends
      .filter((other) => other > (anchors.to.at(-1) ?? 0) + APART && other < 1 - APART && Math.abs(other - goal) < SNAP)
      .sort((a, b) => Math.abs(a - goal) - Math.abs(b - goal))[0];
    if (near === undefined || end <= (anchors.from.at(-1) ?? 0) + APART) continue;
    anchors.from.push(end);
    anchors.to.push(near);
  }
  anchors.from.push(1);
  anchors.to.push(1);
  return merge(anchors, course);
}

/** Anchors, with the course between them stretched to start and end at them. */
function merge(anchors: Correspondence, course: Correspondence): Correspondence {
  const merged: Correspondence = { from: [0], to: [0] };
  for (let i = 1; i < anchors.from.length; i++) {
    const [fromStart = 0, fromEnd = 1] = [anchors.from[i - 1], anchors.from[i]];
    const [toStart = 0, toEnd = 1] = [anchors.to[i - 1], anchors.to[i]];
    const [low, high] = [along(course.from, course.to, fromStart), along(course.from, course.to, fromEnd)];
    for (const [node, share] of course.from.entries()) {
      if (share <= fromStart + APART || share >= fromEnd - APART || high - low < APART) continue;
      merged.from.push(share);
      merged.to.push(toStart + (((course.to[node] ?? 0) - low) / (high - low)) * (toEnd - toStart));
    }
    merged.from.push(fromEnd);
    merged.to.push(toEnd);
  }
  return merged;
}

/** Where both outlines are cut: at the ends of all curves of either. */
function jointCuts(from: Outline, to: Outline, course: Correspondence): Correspondence {
  const all = [
    ...from.ends.map((share) => [share, along(course.from, course.to, share)] as const),
    ...to.ends.map((share) => [along(course.to, course.from, share), share] as const),
  ].sort(([a, b], [c, d]) => a - c || b - d);
  const cuts: Correspondence = { from: [], to: [] };
  for (const [a, b] of all) {
    if (cuts.from.length > 0 && a - (cuts.from.at(-1) ?? 0) < APART && b - (cuts.to.at(-1) ?? 0) < APART) continue;
    cuts.from.push(a);
    cuts.to.push(b);
  }
  return cuts;
}
