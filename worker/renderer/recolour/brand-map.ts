import type { LogoColours } from '../colour/logo-colours.ts';
import { indexOfNearest } from '../colour/nearest-colour.ts';
import { distance, type Oklab, oklabOf } from '../colour/oklab.ts';
import { type Rgb, rgbOfHex } from '../colour/srgb.ts';
import type { ColourMap } from './colour-map.ts';

/** What is so near to a flat colour is that colour with noise, and must not go another way than it. */
const NOISE = 0.06;
/** Nor must a colour that is so near to one that there is more of, when another is nearer by so little. */
const AKIN = { distance: 0.1, nearer: 0.05 };

interface BrandColour {
  rgb: Rgb;
  lab: Oklab;
}

/** Maps each colour of a logo to the nearest, in OKLab, of some colours (`#rrggbb`). */
export function brandMap({ flats, nearest }: LogoColours, colours: readonly string[]): ColourMap {
  const brand = colours.map(rgbOfHex).map((rgb): BrandColour => ({ rgb, lab: oklabOf(rgb) }));
  const nearestOfBrand = (lab: Oklab) => brand[indexOfNearest(brand, lab)];
  const ofFlats: (BrandColour | undefined)[] = [];
  for (const { lab } of flats) {
    const own = nearestOfBrand(lab);
    // Those before it are those that there is more of.
    const akin = ofFlats.find((_, index) => distance(flats[index]?.lab ?? lab, lab) < AKIN.distance);
    const isAsGood = own && akin && distance(akin.lab, lab) - distance(own.lab, lab) < AKIN.nearer;
    ofFlats.push(isAsGood ? akin : own);
  }
  return (rgb) => {
    const lab = oklabOf(rgb);
    const index = nearest(rgb);
    const isNoise = distance(lab, flats[index]?.lab ?? lab) < NOISE;
    return (isNoise ? ofFlats[index] : nearestOfBrand(lab))?.rgb ?? rgb;
  };
}
