import type { Size } from '../../geometry.ts';
import { numbersIn } from '../../svg/number-list.ts';
import { attributeOf, type SvgElement } from '../../svg/svg-element.ts';
import { after, type Matrix } from './affine.ts';
import { lengthOf } from './basic-shapes.ts';

/**
 * Where the content of an `svg` or `symbol` lands by its viewBox (SVG 2 § 8.2).
 * @param placed the element that has the place and the size: itself, or the `use` of it
 * @param around the size that a missing width or height stands for
 */
export function viewportMatrix(element: SvgElement, placed: SvgElement, around: Size): Matrix {
  const length = (name: string) => lengthOf(attributeOf(placed, name)) ?? lengthOf(attributeOf(element, name));
  // The place of a `use` is a translation of its own.
  const place = (name: string) => (placed === element ? (length(name) ?? 0) : 0);
  const [width, height] = [length('width') ?? around.width, length('height') ?? around.height];
  const [x = 0, y = 0, boxWidth = 0, boxHeight = 0] = numbersIn(attributeOf(element, 'viewBox'));
  const moved: Matrix = [1, 0, 0, 1, place('x'), place('y')];
  if (!(boxWidth > 0 && boxHeight > 0)) return moved;
  const [alignment = 'xMidYMid', fit = 'meet'] =
    (attributeOf(element, 'preserveAspectRatio') ?? '').match(/\S+/g) ?? [];
  let [scaleX, scaleY] = [width / boxWidth, height / boxHeight];
  if (alignment !== 'none') scaleX = scaleY = fit === 'slice' ? Math.max(scaleX, scaleY) : Math.min(scaleX, scaleY);
  const share = (axis: string) => (alignment.includes(`${axis}Min`) ? 0 : alignment.includes(`${axis}Max`) ? 1 : 0.5);
  const left = alignment === 'none' ? 0 : (width - boxWidth * scaleX) * share('x');
  const top = alignment === 'none' ? 0 : (height - boxHeight * scaleY) * share('Y');
  return after(moved, [scaleX, 0, 0, scaleY, left - x * scaleX, top - y * scaleY]);
}
