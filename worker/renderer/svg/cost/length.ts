/** User units in the largest unit of CSS that a logo may reasonably use. */
const LARGEST_UNIT = 100;

const LENGTH = /^\s*([-+\d.]+(?:e[-+]?\d+)?)([a-z%]*)/i;

/**
 * The longest of some lengths without their sign, in user units and never too little: a unit that depends on a font
 * is taken for a large font.
 * @param side what 100 % is
 */
export function longest(values: Iterable<string>, side: number): number {
  let most = 0;
  for (const value of values) {
    const [, number = '', unit = ''] = LENGTH.exec(value) ?? [];
    const factor = unit === '' || unit === 'px' ? 1 : unit === '%' ? side / 100 : LARGEST_UNIT;
    most = Math.max(most, Math.abs(Number(number)) * factor || 0);
  }
  return most;
}
