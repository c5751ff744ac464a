import svgpath from 'svgpath';
import { type Contour, lineCurve } from '../contour.ts';

/** How near, in units of the path, an end has to be to a start for the line that closes a contour to be left out. */
const TOUCHING = 1e-6;

/**
 * The contours of path data as cubic curves: lines, quadratic curves and arcs become what draws the same. Data with an
 * error is read up to it (SVG 2 § 9.5.4). A contour without a curve draws nothing and is left out.
 * @param fill whether contours are to be closed as filling does, even where the path leaves them open
 */
export function pathContours(data: string, fill: boolean): Contour[] {
  const contours: Contour[] = [];
  let points: number[] = [];
  let [startX, startY] = [0, 0];

  const finish = (closed: boolean) => {
    if (points.length > 2 || (closed && points.length > 0)) contours.push({ points, closed });
    points = [];
  };
  svgpath(data)
    .abs()
    // Before arcs become curves: a smooth curve after an arc does not go on in its direction (SVG 2 § 9.3.6).
    .unshort()
    .unarc()
    .iterate((segment, _, x, y) => {
      if (segment[0] === 'M') {
        finish(false);
        [startX, startY] = [segment[1], segment[2]];
        points = [startX, startY];
        return;
      }
      if (points.length === 0) points = [x, y];
      switch (segment[0]) {
        case 'L':
          points.push(...lineCurve(x, y, segment[1], segment[2]));
          break;
        case 'H':
          points.push(...lineCurve(x, y, segment[1], y));
          break;
        case 'V':
          points.push(...lineCurve(x, y, x, segment[1]));
          break;
        case 'C':
          points.push(...segment.slice(1).map(Number));
          break;
        case 'Q': {
          const [, midX, midY, toX, toY] = segment;
          const towards = (from: number, to: number) => from + ((to - from) * 2) / 3;
          points.push(towards(x, midX), towards(y, midY), towards(toX, midX), towards(toY, midY), toX, toY);
          break;
        }
        case 'Z':
          closeAt(points, startX, startY);
          finish(true);
      }
    });
  finish(false);
  return contours
    .map((contour) => (fill && !contour.closed ? filled(contour) : contour))
    .filter((contour) => contour.points.length > 2);
}

function filled({ points }: Contour): Contour {
  const [startX = 0, startY = 0] = points;
  closeAt(points, startX, startY);
  return { points, closed: true };
}

function closeAt(points: number[], startX: number, startY: number): void {
  const [x = 0, y = 0] = points.slice(-2);
  if (Math.hypot(x - startX, y - startY) > TOUCHING) points.push(...lineCurve(x, y, startX, startY));
}
