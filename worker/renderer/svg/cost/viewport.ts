import { numbersIn } from '../number-list.ts';
import { attributeOf, type SvgElement } from '../svg-element.ts';
import type { Declarations } from './declared-values.ts';
import { longest } from './length.ts';
import { NO_STRETCH, type Stretch, stretchOf } from './stretch.ts';

/** What an element does to the coordinates of what is in it. */
interface Inner extends Stretch {
  /** Whether it changes them at all. */
  moved: boolean;
}

/** Elements whose x and y, or viewBox, move what is in them. */
const MOVING = new Set(['svg', 'use', 'symbol', 'marker', 'pattern']);
const CONTENT_UNITS = ['clipPathUnits', 'maskContentUnits', 'patternContentUnits'];

/** How an element stretches what is in it by its transform and, if it is an inner viewport, by its viewBox. */
export function innerStretch(element: SvgElement, declared: Declarations, side: number): Inner {
  const { values = [], certain = false } = declared.get('transform') ?? {};
  const transforms = [...values].map(stretchOf);
  if (!certain) transforms.push(NO_STRETCH);
  const viewport = viewportStretch(element, declared, side);
  // The box is taken to be as large as the picture.
  const ofBox = CONTENT_UNITS.some((name) => attributeOf(element, name) === 'objectBoundingBox');
  return {
    scale: Math.max(...transforms.map(({ scale }) => scale)) * viewport.scale * (ofBox ? side : 1),
    ratio: Math.max(...transforms.map(({ ratio }) => ratio)) * (ofBox ? Number.POSITIVE_INFINITY : viewport.ratio),
    moved: ofBox || declared.has('transform') || MOVING.has(element.name),
  };
}

/** A viewport that does not say its size is taken to be as large as the root. */
function viewportStretch(element: SvgElement, declared: Declarations, side: number): Stretch {
  const [, , width = 0, height = 0] = numbersIn(attributeOf(element, 'viewBox'));
  if (!(width > 0 && height > 0)) return NO_STRETCH;
  const sizes = ['width', 'height'].map((name) => longest(declared.get(name)?.values ?? [], side) || side);
  const pressesFlat = attributeOf(element, 'preserveAspectRatio')?.includes('none') ?? false;
  return {
    scale: Math.max(1, Math.max(...sizes) / Math.min(width, height)),
    ratio: pressesFlat ? Number.POSITIVE_INFINITY : 1,
  };
}
