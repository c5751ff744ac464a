import { boundsOf } from '../../geometry.ts';
import { polygonOf } from '../contour.ts';
import type { Piece } from './pieces.ts';

type Point = readonly [number, number];

/** At how many heights a piece is looked through for places inside it. */
const LINES = 15;

/**
 * The place inside the ink of a piece where something best grows from or goes to: near to where it is wanted, with
 * ink around. Of what has a stroke it is on the line, where a stroked point is not seen.
 */
export function innerPoint(piece: Piece, [wantedX, wantedY]: Point): Point {
  const candidates = piece.shape.stroke
    ? cornersOf(piece).map((point) => ({ point, cost: Math.hypot(point[0] - wantedX, point[1] - wantedY) }))
    : innerSpans(piece).map(({ x, y, width }) => {
        // A quarter of the span is kept free on either side.
        const nearest = Math.min(x + width / 4, Math.max(x - width / 4, wantedX));
        return { point: [nearest, y] as const, cost: Math.hypot(nearest - wantedX, y - wantedY) - width / 4 };
      });
  const [best] = candidates.sort((a, b) => a.cost - b.cost);
  const [x = 0, y = 0] = piece.outer.points;
  return best?.point ?? [x, y];
}

function cornersOf({ outer }: Piece): Point[] {
  const polygon = polygonOf(outer);
  return Array.from({ length: polygon.length / 2 }, (_, i) => [polygon[i * 2] ?? 0, polygon[i * 2 + 1] ?? 0]);
}

/** Level spans inside the ink of a piece, by their middles. */
function innerSpans({ outer, holes }: Piece): { x: number; y: number; width: number }[] {
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
