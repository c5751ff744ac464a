import { distance, oklabOf } from '../../colour/oklab.ts';
import type { Box, Size } from '../../geometry.ts';
import { align, backwards, type Track, toPoint } from '../align/align.ts';
import { boxOf, type Contour, reversed } from '../contour.ts';
import type { Shape } from '../flatten/flatten-svg.ts';
import type { Paint } from '../flatten/paint.ts';
import { pairUp } from './assignment.ts';
import { innerPoint } from './inner-points.ts';
import type { Piece } from './pieces.ts';

/** What becomes of pieces that belong to one shape on either side, so that they are drawn as one. */
export interface Layer {
  from: Side;
  to: Side;
  tracks: Track[];
}

/** A layer's look at an end of the morph, and its place in the drawing order there. */
export interface Side {
  shape: Shape;
  order: number;
}

/** Keeps the order of pieces that go into one host among themselves, and apart from what is above and below the host. */
const ORDER_STEP = 1e-6;

/** A place inside the box of something, to find the same place in another box. */
type Point = readonly [number, number];

/**
 * Pairs the pieces of two logos, outer contours with outer contours and holes with holes inside of them. A piece
 * without a partner comes out of, or goes into, a point inside the ink of the nearest piece that has one; so does a
 * hole inside its piece.
 */
export function pairPieces(from: readonly Piece[], to: readonly Piece[], canvas: Size): Layer[] {
  const diagonal = Math.hypot(canvas.width, canvas.height);
  const { pairs, leftFrom, leftTo } = pairUp(from, to, (a, b) => pieceCost(a, b, diagonal));
  const layers = new Map<string, Layer>();
  const add = (from: Side, to: Side, tracks: readonly Track[]) => {
    const key = [from, to].map(({ order, shape }) => `${order} ${isLine(shape)} ${shape.stroke !== undefined}`).join();
    const layer = layers.get(key) ?? { from, to, tracks: [] };
    layers.set(key, layer);
    layer.tracks.push(...tracks);
  };
  for (const [a, b] of pairs) add(a, b, pieceTracks(a, b));
  for (const piece of leftFrom) {
    const [near, host] = nearest(piece, pairs);
    add(piece, goneInto(host, piece, near), vanishing(piece, near, host));
  }
  const turned = pairs.map(([a, b]) => [b, a] as const);
  for (const piece of leftTo) {
    const [near, host] = nearest(piece, turned);
    add(goneInto(host, piece, near), piece, vanishing(piece, near, host).map(backwards));
  }
  return [...layers.values()];
}

function pieceTracks(a: Piece, b: Piece): Track[] {
  const { pairs, leftFrom, leftTo } = pairUp(a.holes, b.holes, (p, q) => {
    const [x, y] = sameIn(centre(boxOf([p])), a.box, b.box);
    const [toX, toY] = centre(boxOf([q]));
    return Math.hypot(toX - x, toY - y);
  });
  const into = (hole: Contour, of: Piece, other: Piece) =>
    toPoint(hole, innerPoint(other, sameIn(centre(boxOf([hole])), of.box, other.box)));
  const [outOfLine, intoLine] = [isRing(a) ? leftTo.shift() : undefined, isRing(b) ? leftFrom.shift() : undefined];
  return [
    align(a.outer, b.outer, isTurnable(a) ? 'from' : isTurnable(b) ? 'to' : undefined),
    ...pairs.map(([p, q]) => align(p, q)),
    ...(outOfLine ? [align(reversed(a.outer), outOfLine)] : []),
    ...(intoLine ? [align(intoLine, reversed(b.outer))] : []),
    ...leftFrom.map((hole) => into(hole, a, b)),
    ...leftTo.map((hole) => backwards(into(hole, b, a))),
  ];
}

/** Whether nobody sees which way a piece runs: it encloses nothing, and has no dashes. */
function isTurnable({ shape }: Piece): boolean {
  return isLine(shape) && shape.stroke?.dashes.length === 0;
}

/** Whether a piece is a closed line: its inner edge is as good a hole as any, so one comes out of it or goes into it. */
function isRing({ shape, outer }: Piece): boolean {
  return isLine(shape) && outer.closed;
}

/** A piece that shrinks to a point inside `host`, which is where the piece `near` to it goes. */
function vanishing(piece: Piece, near: Piece, host: Piece): Track[] {
  const point = innerPoint(host, sameIn(centre(piece.box), near.box, host.box));
  return [piece.outer, ...piece.holes].map((contour) => toPoint(contour, point));
}

/**
 * How a piece looks once it is a point inside another: painted like that one, but without a stroke, which would leave a
 * dot; a line keeps its colour, and gets there by its width. What was behind the piece `near` to it goes behind the host,
 * and what was before it, before the host.
 */
function goneInto(host: Piece, piece: Piece, near: Piece): Side {
  const fill = isLine(piece.shape) ? undefined : (host.shape.fill ?? piece.shape.fill);
  const isAlike = isLine(piece.shape) === isLine(host.shape) && !piece.shape.stroke && !host.shape.stroke;
  const order = host.order + (piece.order - near.order) * ORDER_STEP;
  return { shape: isAlike ? host.shape : { ...piece.shape, fill, stroke: undefined }, order };
}

function isLine({ fill }: Shape): boolean {
  return fill === undefined;
}

/** The pair whose first piece is nearest to a piece. */
function nearest(piece: Piece, pairs: readonly (readonly [Piece, Piece])[]): readonly [Piece, Piece] {
  const away = (other: Piece) => {
    const [[x, y], [toX, toY]] = [centre(piece.box), centre(other.box)];
    return Math.hypot(toX - x, toY - y) - Math.sqrt(other.area) / 2;
  };
  const [best] = [...pairs].sort(([a], [b]) => away(a) - away(b));
  return best ?? [piece, piece];
}

/** What it costs the eye to see one piece become another: the way, the growth, and the change of colour and kind. */
function pieceCost(a: Piece, b: Piece, diagonal: number): number {
  const [[x, y], [toX, toY]] = [centre(a.box), centre(b.box)];
  const way = Math.hypot(toX - x, toY - y) / diagonal;
  const growth = Math.abs(Math.log((a.area + 1) / (b.area + 1)));
  const kind = isLine(a.shape) === isLine(b.shape) ? 0 : 1;
  const cost = 2 * way + 0.25 * growth + 0.5 * colourDistance(mainPaint(a), mainPaint(b)) + kind;
  // Large pieces choose first.
  return cost * Math.sqrt(a.area + b.area + 1);
}

function colourDistance(a: Paint | undefined, b: Paint | undefined): number {
  if (a?.kind !== 'colour' || b?.kind !== 'colour') return a?.kind === b?.kind ? 0 : 0.5;
  return distance(oklabOf(a.rgb), oklabOf(b.rgb));
}

function mainPaint({ shape }: Piece): Paint | undefined {
  return shape.fill ?? shape.stroke?.paint;
}

function centre({ x, y, width, height }: Box): Point {
  return [x + width / 2, y + height / 2];
}

/** The place in `to` that a place in `from` stands for. */
function sameIn([x, y]: Point, from: Box, to: Box): Point {
  const share = (at: number, start: number, length: number) => (length > 0 ? (at - start) / length : 0.5);
  return [to.x + share(x, from.x, from.width) * to.width, to.y + share(y, from.y, from.height) * to.height];
}
