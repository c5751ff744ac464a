import type { Box } from '../../geometry.ts';
import { boxOf } from '../contour.ts';
import type { Layer } from '../pair/pair-pieces.ts';

/**
 * The layers, by their indices, in the drawing order of either end of a morph. It is one for both where what changes places
 * does not overlap at one of the ends: then nothing jumps to the front halfway.
 */
export function drawingOrders(layers: readonly Layer[]): [start: number[], end: number[]] {
  const [start, end] = [orderAt(layers, 'from'), orderAt(layers, 'to')];
  const places = new Map(end.map((index, place) => [index, place]));
  const isSwapped = (lower: number, upper: number) => (places.get(lower) ?? 0) > (places.get(upper) ?? 0);
  const isFree = (side: 'from' | 'to') => {
    const boxes = layers.map((layer) => boxAt(layer, side));
    return start.every((lower, place) =>
      start.slice(place + 1).every((upper) => !isSwapped(lower, upper) || !overlap(boxes[lower], boxes[upper])),
    );
  };
  if (isFree('to')) return [start, start];
  return isFree('from') ? [end, end] : [start, end];
}

function orderAt(layers: readonly Layer[], side: 'from' | 'to'): number[] {
  return layers
    .map((layer, index) => ({ index, order: layer[side].order }))
    .sort((a, b) => a.order - b.order)
    .map(({ index }) => index);
}

/** What a layer covers at most at an end, undefined when it is a point there. */
function boxAt(layer: Layer, side: 'from' | 'to'): Box | undefined {
  const { x, y, width, height } = boxOf(layer.tracks.map((track) => ({ points: track[side], closed: track.closed })));
  const { stroke } = layer[side].shape;
  // A corner may stick out as far as the limit of its mitre says.
  const around = stroke ? (stroke.width / 2) * Math.max(1, stroke.miter) : 0;
  if (width + height + around === 0) return undefined;
  return { x: x - around, y: y - around, width: width + 2 * around, height: height + 2 * around };
}

function overlap(a: Box | undefined, b: Box | undefined): boolean {
  if (!a || !b) return false;
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
