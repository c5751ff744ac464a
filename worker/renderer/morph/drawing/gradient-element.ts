import { hexOf } from '../../colour/srgb.ts';
import type { Box } from '../../geometry.ts';
import { after, IDENTITY, inverse, type Matrix } from '../flatten/affine.ts';
import type { GradientPaint } from '../flatten/paint.ts';

/**
 * A gradient by the box around what it paints, so that it goes along with a path that moves.
 * @param box around the path where the gradient has to look as it did, on the canvas
 */
export function gradientElement(id: string, { gradient, matrix, box: userBox }: GradientPaint, box: Box): string {
  const { name, geometry, spread, inBox, transform, stops } = gradient;
  const inUserSpace = inBox ? after(boxMatrix(userBox), transform) : transform;
  const intoBox = inverse(boxMatrix(box)) ?? IDENTITY;
  const moved = after(intoBox, after(matrix, inUserSpace));
  const attributes = Object.entries(geometry).map(([key, value]) => ` ${key}="${value}"`);
  const stopElements = stops.map(
    ({ offset, colour }) =>
      `<stop offset="${offset}" stop-color="${hexOf(colour.rgb)}" stop-opacity="${colour.opacity}"/>`,
  );
  return (
    `<${name} id="${id}"${attributes.join('')} spreadMethod="${spread}" gradientTransform="matrix(${moved.join(' ')})">` +
    `${stopElements.join('')}</${name}>`
  );
}

function boxMatrix({ x, y, width, height }: Box): Matrix {
  return [width, 0, 0, height, x, y];
}
