import type { Box } from '../geometry.ts';
import { PLAIN_STYLE } from './plain-style.ts';

/** Against what rules of a logo say of all paths. */
const PLAIN = `${PLAIN_STYLE};stroke:none;fill-opacity:1;marker:none;visibility:visible`;

/**
 * The attributes of a path that is a rectangle of ours in the document of a logo: rules that the logo has for `rect` would
 * give it another place and colour.
 * @param style what is to be so besides, over all rules of the logo
 */
export function ownRect({ x, y, width, height }: Box, style: string, radius = 0): { d: string; style: string } {
  const [across, down] = [width - 2 * radius, height - 2 * radius];
  const corner = (dx: number, dy: number) => (radius > 0 ? `a${radius} ${radius} 0 0 1 ${dx} ${dy}` : '');
  const d =
    `M${x + radius} ${y}h${across}${corner(radius, radius)}v${down}${corner(-radius, radius)}` +
    `h${-across}${corner(-radius, -radius)}v${-down}${corner(radius, -radius)}z`;
  return { d, style: `${PLAIN};${style}` };
}
