import type { LogoColours } from '../colour/logo-colours.ts';
import { indexOfNearest } from '../colour/nearest-colour.ts';
import { distance, oklabOf } from '../colour/oklab.ts';
import { rgbOfHex } from '../colour/srgb.ts';
import type { ColourMap } from './colour-map.ts';

/** What is so near to a flat colour is that colour with noise, and must not go another way than it. */
const NOISE = 0.06;

/** Maps each colour of a logo to the nearest, in OKLab, of some colours (`#rrggbb`). */
export function brandMap({ flats, nearest }: LogoColours, colours: readonly string[]): ColourMap {
  const brand = colours.map(rgbOfHex).map((rgb) => ({ rgb, lab: oklabOf(rgb) }));
  return (rgb) => {
    const own = oklabOf(rgb);
    const flat = flats[nearest(rgb)]?.lab ?? own;
    return brand[indexOfNearest(brand, distance(own, flat) < NOISE ? flat : own)]?.rgb ?? rgb;
  };
}
