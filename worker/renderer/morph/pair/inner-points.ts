import { boundsOf, polygonOf } from '../contour.ts';
import type { Piece } from './pieces.ts';

type Point = readonly [number, number];

/** At how many heights a piece is looked through for places inside it. */
const LINES = 15;

/**
 * The place inside the ink of a piece where something best grows from or goes to: near to where it is wanted, with
 * ink around.
 */
export function innerPoint(piece: Piece, [wantedX, wantedY]: Point): Point {
  const candidates = innerSpans(piece).map(({ x, y, width }) => {
    // Half of the span is kept free on either side.
    const nearest = Math.min(x + width / 4, Math.max(x - width / 4, wantedX));
    return { point: [nearest, y] as const, cost: Math.hypot(nearest - wantedX, y - wantedY) - width / 4 };
  });
  const [best] = candidates.sort((a, b) => a.cost - b.cost);
  const [x = 0, y = 0] = piece.outer.points;
  return best?.point ?? [x, y];
}

/** Level spans inside the ink of a piece, by their middles. */
function innerSpans({ shape, outer, holes }: Piece): { x: number; y: number; width: number }[] {
  if (!shape.fill) return [];
  const polygons = [outer, ...holes].map((contour) => polygonOf(contour));
  const box = boundsOf(polygons[0] ?? []);
  return Array.from({ length: LINES }, (_, line) => box.y + (box.height * (line + 0.5)) / LINES).flatMap((y) => {
    const crossings = polygons.flatMap((polygon) => crossingsAt(polygon, y)).sort((a, b) => a - b);
    const spans: { x: number; y: number; width: number }[] = [];
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [left = 0, right = 0] = [crossings[i], crossings[i + 1]];
      spans.push({ x: (left + right) / 2, y, width: right - left });
    }
    return spans;
  });
}

function crossingsAt(polygon: readonly number[], y: number): number[] {
  const crossings: number[] = [];
  let [fromX = 0, fromY = 0] = polygon.slice(-2);
  for (let at = 0; at < polygon.length; at += 2) {
    const [toX, toY] = [polygon[at] ?? 0, polygon[at + 1] ?? 0];
    if (fromY <= y !== toY <= y) crossings.push(fromX + ((y - fromY) / (toY - fromY)) * (toX - fromX));
    [fromX, fromY] = [toX, toY];
  }
  return crossings;
}
