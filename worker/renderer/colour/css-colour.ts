import { type Color, converter, parse } from 'culori';
import { hexOf, type Rgb, rgbOf } from './srgb.ts';

const toRgb = converter('rgb');

/** A colour of CSS with its opacity, 0 to 1. */
interface CssColour {
  rgb: Rgb;
  alpha: number;
}

/** The colour that a text of CSS Color 4 is; undefined when it is none of its own, as `currentColor` and `none` are. */
export function parseCssColour(text: string): CssColour | undefined {
  // culori takes the digits of a hex colour for one, and names such as `add` are made of nothing else.
  const colour = /^[\da-f]+$/i.test(text) ? undefined : toRgb(parsed(text));
  if (!colour) return undefined;
  return { rgb: rgbOf(colour.r * 255, colour.g * 255, colour.b * 255), alpha: colour.alpha ?? 1 };
}

/** A colour as every reader of CSS knows it. */
export function cssColour({ rgb, alpha }: CssColour): string {
  if (alpha === 1) return hexOf(rgb);
  return `rgba(${rgb >> 16},${(rgb >> 8) & 0xff},${rgb & 0xff},${Number(alpha.toFixed(3))})`;
}

function parsed(text: string): Color | undefined {
  try {
    return parse(text);
  } catch {
    // What culori does with functions that end where it wants more.
    return undefined;
  }
}
