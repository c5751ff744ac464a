import { mixtureOf } from './mixture.ts';
import type { Rgb } from './srgb.ts';

/** The share of all ink, and the number of pixels, that make a colour more than a chance. */
const LEAST_SHARE = 0.002;
const LEAST_PIXELS = 3;
const MOST_CANDIDATES = 32;
/** A colour so near (0 to 255) to a mixture of two others is taken for their edge. */
const MIXED = 12;

/**
 * The colours, with their number of pixels, of what is too thin to be flat anywhere, such as small letters on a plate:
 * those that come again and again, and are not what the edges between two others mix.
 * @param counts the pixels of each colour outside of flat areas
 * @param flats the colours of flat areas
 * @param ink the number of all pixels of ink
 */
export function thinColours(counts: ReadonlyMap<Rgb, number>, flats: readonly Rgb[], ink: number): [Rgb, number][] {
  const least = Math.max(LEAST_PIXELS, ink * LEAST_SHARE);
  let thin = [...counts]
    .filter(([, count]) => count >= least)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST_CANDIDATES);
  // From the rarest on, because what a mixture is made of is mostly more frequent.
  for (const candidate of thin.toReversed()) {
    const others = [...flats, ...thin.filter((other) => other !== candidate).map(([rgb]) => rgb)];
    if (isMixture(candidate[0], others)) thin = thin.filter((other) => other !== candidate);
  }
  return thin;
}

function isMixture(rgb: Rgb, others: readonly Rgb[]): boolean {
  return others.some((first, index) =>
    others.slice(index).some((second) => mixtureOf(rgb, first, second).off <= MIXED),
  );
}
