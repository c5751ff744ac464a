import type { Box } from '../geometry.ts';
import { numbersIn } from './number-list.ts';
import { attributeOf, type SvgElement } from './svg-element.ts';

/** User units (CSS pixels) in one of each absolute unit: CSS Values 4 § 6.2, with 1em at its initial 16px. */
const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
  em: 16,
};

/** CSS 2.2 § 10.3.2: what a picture without any size of its own takes. */
const DEFAULT_SIZE = { width: 300, height: 150 };

/** The box of an SVG's own coordinates that its root shows: its viewBox, else its width and height. */
export function viewBoxOf(root: SvgElement): Box {
  const { box, width = DEFAULT_SIZE.width, height = DEFAULT_SIZE.height } = ownSizes(root);
  return box ?? { x: 0, y: 0, width, height };
}

/** A box as the value of a viewBox. */
export function boxText({ x, y, width, height }: Box): string {
  return `${x} ${y} ${width} ${height}`;
}

/** Whether an SVG says how large it is, and is not given the size of CSS. */
export function hasOwnSize(root: SvgElement): boolean {
  const { box, width, height } = ownSizes(root);
  return box !== undefined || (width !== undefined && height !== undefined);
}

function ownSizes(root: SvgElement): { box?: Box; width?: number | undefined; height?: number | undefined } {
  const numbers = numbersIn(attributeOf(root, 'viewBox'));
  const [x = Number.NaN, y = Number.NaN, width = 0, height = 0] = numbers;
  if (numbers.length === 4 && [x, y].every(Number.isFinite) && isLength(width) && isLength(height)) {
    return { box: { x, y, width, height } };
  }
  return { width: sideOf(root, 'width'), height: sideOf(root, 'height') };
}

/** A side by the `style` of the root, which wins, or by its attribute. */
function sideOf(root: SvgElement, name: 'width' | 'height'): number | undefined {
  const style = attributeOf(root, 'style') ?? '';
  const styled = new RegExp(`(?:^|;)\\s*${name}\\s*:([^;]*)`, 'i').exec(style)?.[1];
  return lengthOf(styled) ?? lengthOf(attributeOf(root, name));
}

/** A length in user units; undefined when it is relative or is none. */
function lengthOf(text: string | undefined): number | undefined {
  const match = /^([+\d.e-]+)([a-z]*)$/i.exec(text?.trim() ?? '');
  const length = Number(match?.[1]) * (UNITS[match?.[2]?.toLowerCase() ?? ''] ?? Number.NaN);
  return isLength(length) ? length : undefined;
}

function isLength(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}
