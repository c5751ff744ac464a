import { byHref, elementsById } from '../../svg/elements-by-id.ts';
import type { SanitisedSvg } from '../../svg/sanitise-svg.ts';
import { attributeOf, isElement, type SvgElement } from '../../svg/svg-element.ts';
import { boxOf, type Contour } from '../contour.ts';
import { after, type Matrix, mapPoints, parseTransform, scaleOf } from './affine.ts';
import { lengthOf, pathDataOf } from './basic-shapes.ts';
import { declaredStyles, type Style } from './declared-styles.ts';
import { type Gradient, readGradient, shareOf } from './gradient.ts';
import { colourPaint, type Paint, type Stroke } from './paint.ts';
import { pathContours } from './path-contours.ts';
import { viewportMatrix } from './viewport.ts';

/** What one element draws, with all that it inherits and all transforms done. */
export interface Shape {
  /** In pixels of the canvas. */
  contours: Contour[];
  evenOdd: boolean;
  fill: Paint | undefined;
  stroke: Stroke | undefined;
}

/** The most path data, in characters, and the most shapes that are followed: more is a picture, not a logo. */
const MOST_DATA = 300_000;
const MOST_SHAPES = 1000;

const CONTAINERS = new Set(['svg', 'g', 'switch', 'symbol']);
const CAPS = ['round', 'square'] as const;
const JOINS = ['round', 'bevel'] as const;
const INHERITED = /^(color|visibility|fill.*|stroke.*)$/;

interface Context {
  matrix: Matrix;
  /** What is inherited. */
  style: Style;
  /** That of all groups around, multiplied. */
  opacity: number;
}

/**
 * The shapes that an SVG draws, the lowest first. What is no shape (text, pictures) or needs more than a shape
 * (filters, masks, clip paths, patterns, markers) is passed over: compare a drawing of the shapes with one of
 * the SVG to know whether that can be seen. Undefined when there is more than can be followed.
 * @param toCanvas from the coordinates of the SVG's viewBox to pixels of the canvas
 */
export function flattenSvg({ root, viewBox }: SanitisedSvg, toCanvas: Matrix): Shape[] | undefined {
  const styles = declaredStyles(root);
  if (!styles) return undefined;
  const byId = elementsById(root);
  const gradientOf = (id: string) => readGradient(id, byId, styles);
  const shapes: Shape[] = [];
  let data = 0;

  const visit = (element: SvgElement, context: Context, placed = element): void => {
    const own = { ...styles.get(element) };
    for (const [name, value] of Object.entries(own)) if (value === 'inherit') delete own[name];
    if (own.display === 'none' || data > MOST_DATA || shapes.length > MOST_SHAPES) return;
    const style = { ...context.style, ...own };
    let matrix = after(context.matrix, parseTransform(own.transform));
    const opacity = context.opacity * shareOf(own.opacity, 1);
    const inherited = Object.fromEntries(Object.entries(style).filter(([name]) => INHERITED.test(name)));
    if (element.name === 'use') {
      const target = byHref(element, byId);
      const [x = 0, y = 0] = ['x', 'y'].map((name) => lengthOf(attributeOf(element, name)));
      if (target) visit(target, { matrix: after(matrix, [1, 0, 0, 1, x, y]), style: inherited, opacity }, element);
      return;
    }
    if (CONTAINERS.has(element.name)) {
      const ownViewport = element !== root && (element.name === 'svg' || element.name === 'symbol');
      // A symbol draws only by a use of it.
      if (element.name === 'symbol' && placed === element) return;
      if (ownViewport) matrix = after(matrix, viewportMatrix(element, placed, viewBox));
      for (const child of element.children) if (isElement(child)) visit(child, { matrix, style: inherited, opacity });
      return;
    }
    const path = pathDataOf(element);
    if (path === undefined || style.visibility === 'hidden' || style.visibility === 'collapse') return;
    data += path.length;
    if (data <= MOST_DATA) shapes.push(...shapeOf(path, { matrix, style, opacity }, gradientOf));
  };
  visit(root, { matrix: toCanvas, style: {}, opacity: 1 });
  return data > MOST_DATA || shapes.length > MOST_SHAPES ? undefined : shapes;
}

function shapeOf(
  path: string,
  { matrix, style, opacity }: Context,
  gradientOf: (id: string) => Gradient | undefined,
): Shape[] {
  const paintOf = (property: 'fill' | 'stroke', unset: string) => {
    const value = style[property] ?? unset;
    const paintOpacity = opacity * shareOf(style[`${property}-opacity`], 1);
    if (paintOpacity <= 0) return undefined;
    const id = /^url\(\s*["']?#([^"')\s]+)/.exec(value)?.[1];
    if (id === undefined)
      return colourPaint(/^currentcolor$/i.test(value) ? (style.color ?? '#000') : value, paintOpacity);
    const gradient = gradientOf(id);
    return (
      gradient && ({ kind: 'gradient', gradient, matrix, box: boxOf(inUserSpace), opacity: paintOpacity } as const)
    );
  };
  const width = (lengthOf(style['stroke-width']) ?? 1) * scaleOf(matrix);
  const isStroked = (style.stroke ?? 'none') !== 'none' && width > 0;
  const inUserSpace = pathContours(path, !isStroked);
  const fill = paintOf('fill', '#000');
  const strokePaint = isStroked ? paintOf('stroke', 'none') : undefined;
  const stroke = strokePaint && {
    paint: strokePaint,
    width,
    cap: CAPS.find((cap) => cap === style['stroke-linecap']) ?? 'butt',
    join: JOINS.find((join) => join === style['stroke-linejoin']) ?? 'miter',
    miter: shareOf(style['stroke-miterlimit'], 4),
    dashes: dashesOf(style['stroke-dasharray']).map((length) => length * scaleOf(matrix)),
    dashOffset: (lengthOf(style['stroke-dashoffset']) ?? 0) * scaleOf(matrix),
  };
  const contours = inUserSpace.map(({ points, closed }) => ({ points: mapPoints(matrix, points), closed }));
  const isDrawable = contours.length > 0 && contours.every(({ points }) => points.every(Number.isFinite));
  return isDrawable && (fill || stroke) ? [{ contours, evenOdd: style['fill-rule'] === 'evenodd', fill, stroke }] : [];
}

/** SVG 2 § 13.5.6: an odd number of lengths is repeated; none, or one that is no length, means a solid line. */
function dashesOf(text: string | undefined): number[] {
  const lengths = (text ?? '').split(/[\s,]+/).map((part) => lengthOf(part) ?? -1);
  if (lengths.some((length) => length < 0) || lengths.every((length) => length === 0)) return [];
  return lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths];
}
