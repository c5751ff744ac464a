import type { LogoColours } from '../colour/logo-colours.ts';
import { distance, type Oklab, oklabOf } from '../colour/oklab.ts';
import { BLACK, type Rgb, rgbOf, WHITE } from '../colour/srgb.ts';
import { joinedGroups } from '../colour/touching.ts';
import type { ColourMap } from './colour-map.ts';

/** From nothing to something of the ground's colour: what is so near to it is knocked out, with a soft end. */
const KNOCKED_OUT = { below: 0.06, above: 0.14 };
/** The least coverage of a colour that is not the ground's, so that light ones can be seen. */
const LIGHTEST = 0.4;
/** Colours of more than 1 / this of the strongest difference are full ink. */
const SATURATION = 1.6;

/**
 * How much ink each colour of a logo is when it is printed in one, as a grey: white is all ink. It is full ink wherever
 * shape alone tells the logo. Where colours touch, they are told apart by tone: white, or the plate behind all, is
 * knocked out, the colour that is farthest from it is full, and others are between. Undefined when all is full ink.
 */
export function inkCoverage({ flats, plate, touching, nearest }: LogoColours): ColourMap | undefined {
  const ground = (plate === undefined ? undefined : flats[plate]?.lab) ?? oklabOf(WHITE);
  const groups = joinedGroups(flats.length, touching, plate);
  const strongest = new Map<number, number>();
  flats.forEach(({ lab }, index) => {
    const group = groups[index] ?? 0;
    strongest.set(group, Math.max(strongest.get(group) ?? 0, distance(lab, ground)));
  });
  const grey = (rgb: Rgb, index: number) => {
    if (index === plate) return BLACK;
    const most = strongest.get(groups[index] ?? 0) ?? 1;
    const coverage = Math.round(255 * coverageOf(oklabOf(rgb), ground, most));
    return rgbOf(coverage, coverage, coverage);
  };
  if (flats.every(({ rgb }, index) => grey(rgb, index) === WHITE)) return undefined;
  return (rgb) => grey(rgb, nearest(rgb));
}

function coverageOf(lab: Oklab, ground: Oklab, most: number): number {
  // A group that is all about white, such as white letters on nothing, is ink.
  if (most < KNOCKED_OUT.above) return 1;
  const apart = distance(lab, ground);
  const { below, above } = KNOCKED_OUT;
  const shown = Math.max(0, Math.min(1, (apart - below) / (above - below)));
  return shown * Math.max(LIGHTEST, Math.min(1, (SATURATION * apart) / most));
}
