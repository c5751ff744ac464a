import { attributeOf, type SvgElement } from '../svg-element.ts';
import type { Declarations } from './declared-values.ts';
import { longest } from './length.ts';
import { NO_STRETCH, type Stretch, stretchOf } from './stretch.ts';

/** How an element stretches what is in it by its transform and, if it is an inner viewport, by its viewBox. */
export function innerStretch(element: SvgElement, declared: Declarations, side: number): Stretch {
  const transforms = [...(declared.get('transform')?.values ?? [])].map(stretchOf);
  const viewport = viewportStretch(element, declared, side);
  return {
    scale: Math.max(1, ...transforms.map(({ scale }) => scale)) * viewport.scale,
    ratio: Math.max(1, ...transforms.map(({ ratio }) => ratio)) * viewport.ratio,
  };
}

/** A viewport that does not say its size is taken to be as large as the root. */
function viewportStretch(element: SvgElement, declared: Declarations, side: number): Stretch {
  const box = (attributeOf(element, 'viewBox') ?? '').trim().split(/[\s,]+/);
  const [, , width = 0, height = 0] = box.map(Number);
  if (!(width > 0 && height > 0)) return NO_STRETCH;
  const sizes = ['width', 'height'].map((name) => longest(declared.get(name)?.values ?? [], side) || side);
  const pressesFlat = attributeOf(element, 'preserveAspectRatio')?.includes('none') ?? false;
  return {
    scale: Math.max(1, Math.max(...sizes) / Math.min(width, height)),
    ratio: pressesFlat ? Number.POSITIVE_INFINITY : 1,
  };
}
