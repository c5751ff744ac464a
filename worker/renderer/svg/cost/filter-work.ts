import type { Box } from '../../geometry.ts';
import { numbersIn } from '../number-list.ts';
import { attributeOf, isElement, type SvgElement } from '../svg-element.ts';

/** The side, in pixels, of the picture that work is told of. */
export const WORK_SIDE = 512;

/** Work of the primitives of filters on all of the picture, see `limitDrawing`; of others it is OTHER. */
const PRIMITIVES: Readonly<Record<string, number>> = {
  feComposite: 12,
  feDiffuseLighting: 32,
  feDisplacementMap: 240,
  feFlood: 1,
  feOffset: 1,
  feSpecularLighting: 32,
  feTile: 1,
};
const OTHER = 12;
/** Of a drop shadow, but for its blur. */
const DROP_SHADOW = 20;

/** Up to this deviation, in pixels, a blur is a convolution; above it is a few sums, whatever the deviation. */
const SMALL_BLUR = 2;
const LARGEST_MORPHOLOGY = 900;
/** Octaves beyond these are not seen, and not drawn. */
const MOST_OCTAVES = 10;

/**
 * The work of a `filter` element.
 * @param unit pixels in a user unit of what is filtered, in a picture of WORK_SIDE
 * @param seen what the picture shows, in the same units, if that is known
 */
export function filterWork(filter: SvgElement, unit: number, seen: Box | undefined): number {
  const primitiveUnit = attributeOf(filter, 'primitiveUnits') === 'objectBoundingBox' ? WORK_SIDE : unit;
  const primitives = filter.children.filter(isElement);
  const work = primitives.reduce((sum, primitive) => sum + primitiveWork(primitive, primitiveUnit), 0);
  return work * shareOf(filter, unit, seen);
}

/** How much of the picture a filter is computed for: all of it, unless it says its region in user units. */
function shareOf(filter: SvgElement, unit: number, seen: Box | undefined): number {
  if (attributeOf(filter, 'filterUnits') !== 'userSpaceOnUse') return 1;
  const number = (name: string) => Number(attributeOf(filter, name) ?? Number.NaN);
  const along = (start: number, length: number, from: number, to: number) =>
    seen ? Math.max(0, Math.min(to, start + length) - Math.max(from, start)) : length;
  const { x, y, width, height } = seen ?? { x: 0, y: 0, width: 0, height: 0 };
  const area = along(number('x'), number('width'), x, x + width) * along(number('y'), number('height'), y, y + height);
  const share = area * (unit / WORK_SIDE) ** 2;
  return share >= 0 ? Math.min(1, share) : 1;
}

function primitiveWork(primitive: SvgElement, unit: number): number {
  const numbers = (name: string) => numbersIn(attributeOf(primitive, name));
  switch (primitive.name) {
    case 'feBlend':
      return (attributeOf(primitive, 'mode') ?? 'normal') === 'normal' ? 5 : OTHER;
    case 'feMerge':
      return primitive.children.filter(isElement).length * 9;
    case 'feGaussianBlur':
      return blurWork(Math.min(...numbers('stdDeviation')) * unit);
    case 'feDropShadow':
      return DROP_SHADOW + blurWork(Math.min(...numbers('stdDeviation')) * unit);
    case 'feMorphology': {
      const [radius = 0] = numbers('radius').sort((a, b) => b - a);
      // Each pixel looks at the square around it.
      return radius > 0 ? Math.min(LARGEST_MORPHOLOGY, 3 * (2 * radius * unit + 1) ** 2) : OTHER;
    }
    case 'feTurbulence':
      return 10 + 18 * Math.min(MOST_OCTAVES, numbers('numOctaves')[0] || 1);
    case 'feConvolveMatrix': {
      const [columns = 3, rows = columns] = numbers('order');
      return 40 + 3 * (columns * rows || 9);
    }
    default:
      return PRIMITIVES[primitive.name] ?? OTHER;
  }
}

function blurWork(deviation: number): number {
  return deviation > SMALL_BLUR ? 24 : 65;
}

/** The work of the functions in a value of the property `filter`; what it refers to is not counted. */
export function filterFunctionsWork(value: string): number {
  let work = 0;
  for (const [, name = ''] of value.matchAll(/([a-z-]+)\(/gi)) work += functionWork(name.toLowerCase());
  return work;
}

function functionWork(name: string): number {
  switch (name) {
    case 'url':
      return 0;
    case 'blur':
      return blurWork(0);
    case 'drop-shadow':
      return DROP_SHADOW + blurWork(0);
    default:
      return OTHER;
  }
}
