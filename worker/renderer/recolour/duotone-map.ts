import type { LogoColours } from '../colour/logo-colours.ts';
import { oklabOf, rgbOfOklab } from '../colour/oklab.ts';
import { rgbOfHex } from '../colour/srgb.ts';
import type { ColourMap } from './colour-map.ts';

/** Colours that make up less of a logo do not say how dark or light it gets. */
const SHARE_THAT_COUNTS = 0.002;
/** With less between its darkest and its lightest, a logo is of one tone, and that tone is what counts. */
const LEAST_RANGE = 0.05;

/** Maps the darkest colour of a logo to `shadows`, its lightest to `highlights` (`#rrggbb`), and others between, in OKLab. */
export function duotoneMap({ flats }: LogoColours, shadows: string, highlights: string): ColourMap {
  const lightness = flats.filter(({ share }) => share >= SHARE_THAT_COUNTS).map(({ lab }) => lab.l);
  let [darkest, lightest] = [Math.min(...lightness), Math.max(...lightness)];
  if (lightest - darkest < LEAST_RANGE) [darkest, lightest] = [0, 1];
  const [from, to] = [oklabOf(rgbOfHex(shadows)), oklabOf(rgbOfHex(highlights))];
  return (rgb) => {
    const share = Math.max(0, Math.min(1, (oklabOf(rgb).l - darkest) / (lightest - darkest)));
    const mix = (axis: 'l' | 'a' | 'b') => from[axis] + (to[axis] - from[axis]) * share;
    return rgbOfOklab({ l: mix('l'), a: mix('a'), b: mix('b') });
  };
}
