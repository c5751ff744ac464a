import type { Box, Size } from '../../geometry.ts';
import type { Layer } from '../pair/pair-pieces.ts';
import { type AnimatedElement, elementAt, even } from './animated-element.ts';
import { drawingOrders } from './drawing-orders.ts';
import { layerPaths } from './layer-paths.ts';

/** A drawing of shapes that become others. */
export interface Drawing {
  size: Size;
  gradients: string[];
  /** In the drawing order of the first logo, or in one that makes no difference to it. */
  paths: AnimatedElement[];
  /** The paths in the drawing order of the second, or in the same where that makes no difference to it. */
  pathsAtEnd: AnimatedElement[];
  /** What the drawing is cut off by, if anything of it lies outside of its logo's picture. */
  clip: AnimatedElement | undefined;
}

/** @param pictures the boxes of both logos' pictures on the canvas; nothing is cut off without them */
export function drawingOf(layers: readonly Layer[], size: Size, pictures: readonly [Box, Box] | undefined): Drawing {
  const drawn = layers.map((layer, i) => layerPaths(layer, `g${i}`));
  const [start, end] = drawingOrders(layers);
  const pathsIn = (order: readonly number[]) => order.flatMap((index) => drawn[index]?.paths ?? []);
  return {
    size,
    gradients: drawn.flatMap(({ gradients }) => gradients),
    paths: pathsIn(start),
    pathsAtEnd: pathsIn(end),
    clip: pictures && clipOf(...pictures),
  };
}

function clipOf(from: Box, to: Box): AnimatedElement {
  const sides = (['x', 'y', 'width', 'height'] as const).map((side) => even(side, from[side], to[side]));
  return { name: 'rect', attributes: sides };
}

/** The drawing at a moment, as an SVG of the size of the canvas. */
export function drawingAt({ size, gradients, paths, pathsAtEnd, clip }: Drawing, t: number): string {
  const defs = [...gradients, ...(clip ? [`<clipPath id="clip">${elementAt(clip, t)}</clipPath>`] : [])];
  const content = (t < 0.5 ? paths : pathsAtEnd).map((path) => elementAt(path, t)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">` +
    `${defs.length > 0 ? `<defs>${defs.join('')}</defs>` : ''}` +
    `${clip ? `<g clip-path="url(#clip)">${content}</g>` : content}</svg>`
  );
}
