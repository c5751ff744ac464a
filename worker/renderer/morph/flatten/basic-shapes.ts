import { attributeOf, type SvgElement } from '../../svg/svg-element.ts';

/** The path data that draws the same as a basic shape (SVG 2, chapter 10) or a path; undefined for other elements. */
export function pathDataOf(element: SvgElement): string | undefined {
  const number = (name: string) => lengthOf(attributeOf(element, name));
  const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map(number);
  const [cx = 0, cy = 0, r = 0, rx, ry] = ['cx', 'cy', 'r', 'rx', 'ry'].map(number);
  switch (element.name) {
    case 'path':
      return attributeOf(element, 'd') ?? '';
    case 'rect':
      return width > 0 && height > 0 ? rectData(x, y, width, height, rx ?? ry ?? 0, ry ?? rx ?? 0) : '';
    case 'circle':
      return r > 0 ? ellipseData(cx, cy, r, r) : '';
    case 'ellipse':
      return ellipseData(cx, cy, rx ?? ry ?? 0, ry ?? rx ?? 0);
    case 'line': {
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = ['x1', 'y1', 'x2', 'y2'].map(number);
      return `M${x1} ${y1}L${x2} ${y2}`;
    }
    case 'polyline':
      return `M${attributeOf(element, 'points') ?? ''}`;
    case 'polygon':
      return `M${attributeOf(element, 'points') ?? ''}Z`;
    default:
      return undefined;
  }
}

/** A length in user units; undefined when it is missing or in a unit that needs a context. */
export function lengthOf(text: string | undefined): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:px)?\s*$/i.exec(text ?? '');
  return match ? Number(match[1]) : undefined;
}

function rectData(x: number, y: number, width: number, height: number, rx: number, ry: number): string {
  const [a, b] = [Math.min(Math.max(0, rx), width / 2), Math.min(Math.max(0, ry), height / 2)];
  if (a === 0 || b === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const corner = (dx: number, dy: number) => `a${a} ${b} 0 0 1 ${dx} ${dy}`;
  const [straightX, straightY] = [width - 2 * a, height - 2 * b];
  return (
    `M${x + a} ${y}h${straightX}${corner(a, b)}v${straightY}${corner(-a, b)}` +
    `h${-straightX}${corner(-a, -b)}v${-straightY}${corner(a, -b)}Z`
  );
}

function ellipseData(cx: number, cy: number, rx: number, ry: number): string {
  if (rx <= 0 || ry <= 0) return '';
  const quarter = (dx: number, dy: number) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  return `M${cx + rx} ${cy}${quarter(-rx, ry)}${quarter(-rx, -ry)}${quarter(rx, -ry)}${quarter(rx, ry)}Z`;
}
