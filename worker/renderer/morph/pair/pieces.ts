import { type Box, boundsOf } from '../../geometry.ts';
import { type Contour, polygonOf, reversed, signedArea, windingAround } from '../contour.ts';
import type { Shape } from '../flatten/flatten-svg.ts';

/** A connected part of a shape: what one outer contour encloses but for its holes, or a single line. */
export interface Piece {
  /** The shape it is a part of, as its place in the drawing order. */
  order: number;
  shape: Shape;
  outer: Contour;
  holes: Contour[];
  box: Box;
  /** In square pixels, without the holes; of a line that of its stroke. */
  area: number;
}

interface Ring {
  contour: Contour;
  polygon: number[];
  box: Box;
  area: number;
}

/** The most contours, and curves of all, of a logo that are followed: their matching takes the square of them. */
const MOST_CONTOURS = 400;
const MOST_CURVES = 5000;

/**
 * The pieces of shapes. Outer contours run clockwise and holes the other way, so that both fill rules show the same,
 * and go on to while contours move over one another. Undefined when there are too many to be followed by the eye.
 */
export function piecesOf(shapes: readonly Shape[]): Piece[] | undefined {
  const contours = shapes.flatMap((shape) => shape.contours);
  const curves = contours.reduce((sum, { points }) => sum + points.length / 6, 0);
  if (contours.length > MOST_CONTOURS || curves > MOST_CURVES) return undefined;
  return shapes.flatMap((shape, order) =>
    shape.fill ? filledPieces(shape, order) : shape.contours.map((outer) => linePiece(shape, order, outer)),
  );
}

function linePiece(shape: Shape, order: number, outer: Contour): Piece {
  const polygon = polygonOf(outer);
  let length = 0;
  for (let at = 2; at < polygon.length; at += 2) {
    length += Math.hypot((polygon[at] ?? 0) - (polygon[at - 2] ?? 0), (polygon[at + 1] ?? 0) - (polygon[at - 1] ?? 0));
  }
  const area = length * (shape.stroke?.width ?? 0);
  // Closed lines run as outer contours do, to become such; but dashes start where they start.
  const turns = outer.closed && shape.stroke?.dashes.length === 0 && signedArea(polygon) < 0;
  return { order, shape, outer: turns ? reversed(outer) : outer, holes: [], box: boundsOf(polygon), area };
}

function filledPieces(shape: Shape, order: number): Piece[] {
  const rings = shape.contours.map((contour): Ring => {
    const polygon = polygonOf(contour);
    return { contour, polygon, box: boundsOf(polygon), area: signedArea(polygon) };
  });
  const isHole = new Map(rings.map((ring) => [ring, bordersHole(ring, rings, shape.evenOdd)]));
  const outers = rings.filter((ring) => !isHole.get(ring));
  const pieces = new Map(outers.map((ring) => [ring, pieceOf(ring)]));
  for (const ring of rings) {
    if (!isHole.get(ring)) continue;
    const around = outers
      .filter((outer) => Math.abs(outer.area) > Math.abs(ring.area) && encloses(outer, ring))
      .sort((a, b) => Math.abs(a.area) - Math.abs(b.area))[0];
    const piece = around && pieces.get(around);
    // What is around nothing cannot be a hole, whatever its direction.
    if (!piece) pieces.set(ring, pieceOf(ring));
    else {
      piece.holes.push(turned(ring, -1));
      piece.area = Math.max(0, piece.area - Math.abs(ring.area));
    }
  }
  return [...pieces.values()];

  function pieceOf(ring: Ring): Piece {
    return { order, shape, outer: turned(ring, 1), holes: [], box: ring.box, area: Math.abs(ring.area) };
  }
}

/**
 * Whether a ring is the border of a hole: empty inside and filled outside. Where it crosses others that is not the same
 * all along it; then its direction is what the non-zero rule goes by, next to that of the largest ring.
 */
function bordersHole(ring: Ring, rings: readonly Ring[], evenOdd: boolean): boolean {
  const filled = (winding: number) => (evenOdd ? winding % 2 !== 0 : winding !== 0);
  const places = placesOn(ring).map(([x, y]) => {
    let outside = 0;
    for (const other of rings)
      if (other !== ring && isNear(other.box, x, y)) outside += windingAround(other.polygon, x, y);
    return Number(filled(outside)) - Number(filled(outside + Math.sign(ring.area)));
  });
  const [first] = places;
  if (first !== 0 && places.every((place) => place === first)) return first === 1;
  if (evenOdd) return places.filter((place) => place === 1).length >= 2;
  const largest = rings.reduce((a, b) => (Math.abs(b.area) > Math.abs(a.area) ? b : a));
  return Math.sign(ring.area) !== Math.sign(largest.area);
}

function encloses(outer: Ring, inner: Ring): boolean {
  const inside = placesOn(inner).filter(
    ([x, y]) => isNear(outer.box, x, y) && windingAround(outer.polygon, x, y) !== 0,
  );
  return inside.length >= 2;
}

/** Places in the middle of sides of a ring, because its corners may touch those of others. */
function placesOn({ polygon }: Ring): [number, number][] {
  const sides = polygon.length / 2 - 1;
  return [0.17, 0.5, 0.83].map((share) => {
    const at = Math.floor(sides * share) * 2;
    const [x = 0, y = 0, toX = x, toY = y] = polygon.slice(at, at + 4);
    return [(x + toX) / 2, (y + toY) / 2];
  });
}

function isNear({ x, y, width, height }: Box, atX: number, atY: number): boolean {
  return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
}

/** The contour of a ring, run such that its area has a sign. */
function turned({ contour, area }: Ring, sign: 1 | -1): Contour {
  return Math.sign(area) === -sign ? reversed(contour) : contour;
}
