import { byHref } from '../../svg/elements-by-id.ts';
import { attributeOf, isElement, type SvgElement } from '../../svg/svg-element.ts';
import { type Matrix, parseTransform } from './affine.ts';
import type { Style } from './declared-styles.ts';
import { type ColourPaint, colourPaint } from './paint.ts';

/** A gradient with all that it takes from others. */
export interface Gradient {
  name: 'linearGradient' | 'radialGradient';
  /** x1, cx and the like as they are written: numbers and percentages. */
  geometry: Readonly<Record<string, string>>;
  spread: string;
  /** Whether its coordinates are shares of the box around what it paints. */
  inBox: boolean;
  transform: Matrix;
  stops: { offset: number; colour: ColourPaint }[];
}

const GEOMETRY = ['x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'fx', 'fy', 'fr'];
const LENGTH = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?%?$/i;

/** Reads a gradient; what it does not say it takes from the gradient it refers to (SVG 2 § 14.2). */
export function readGradient(
  id: string,
  byId: ReadonlyMap<string, SvgElement>,
  styles: ReadonlyMap<SvgElement, Style>,
): Gradient | undefined {
  const chain: SvgElement[] = [];
  let next = byId.get(id);
  while (next?.name.endsWith('Gradient') && !chain.includes(next)) {
    chain.push(next);
    next = byHref(next, byId);
  }
  const attribute = (name: string) =>
    chain
      .map((gradient) => attributeOf(gradient, name))
      .find((value) => value)
      ?.trim();
  const stops = chain.map((gradient) => stopsOf(gradient, styles)).find(({ length }) => length > 0);
  const name = chain[0]?.name;
  if (!stops || (name !== 'linearGradient' && name !== 'radialGradient')) return undefined;
  const geometry = GEOMETRY.map((key) => [key, attribute(key) ?? ''] as const).filter(([, value]) =>
    LENGTH.test(value),
  );
  const spread = attribute('spreadMethod') ?? '';
  return {
    name,
    geometry: Object.fromEntries(geometry),
    spread: spread === 'reflect' || spread === 'repeat' ? spread : 'pad',
    inBox: attribute('gradientUnits') !== 'userSpaceOnUse',
    transform: parseTransform(attribute('gradientTransform')),
    stops,
  };
}

function stopsOf(gradient: SvgElement, styles: ReadonlyMap<SvgElement, Style>): Gradient['stops'] {
  return gradient.children
    .filter(isElement)
    .filter(({ name }) => name === 'stop')
    .flatMap((stop) => {
      const style = styles.get(stop) ?? {};
      const colour = colourPaint(style['stop-color'] ?? '#000', shareOf(style['stop-opacity'], 1));
      return colour ? [{ offset: shareOf(attributeOf(stop, 'offset'), 0), colour }] : [];
    });
}

/** A number, or a percentage as its share of one. */
export function shareOf(text: string | undefined, unset: number): number {
  const number = Number.parseFloat(text ?? '');
  if (!Number.isFinite(number)) return unset;
  return text?.trim().endsWith('%') ? number / 100 : number;
}
