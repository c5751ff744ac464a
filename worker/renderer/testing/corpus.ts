import * as rasters from './corpus-rasters.ts';
import * as svgs from './corpus-svg.ts';
import type { TestLogo } from './logos.ts';

/** A logo of the corpus that kits are measured on and looked at. */
export interface CorpusLogo extends TestLogo {
  /** Short, and fit for a file name. */
  name: string;
}

/** Twelve logos, each of another kind: six SVGs, and six rasters in all the formats designers hand over. */
export async function corpusLogos(): Promise<CorpusLogo[]> {
  const logos: Record<string, TestLogo> = {
    flat: svgs.flat,
    gradient: svgs.gradient,
    strokes: svgs.thinStrokes,
    lettering: svgs.textAsPath,
    holes: svgs.holes,
    wordmark: svgs.wordmark,
    'flat-png': await rasters.flatPng(),
    'gradient-png': await rasters.gradientPng(),
    'photo-png': await rasters.photographPng(),
    'white-jpeg': await rasters.jpegOnWhite(),
    'white-ink-webp': await rasters.whiteWebp(),
    'animated-gif': await rasters.animatedGif(),
  };
  return Object.entries(logos).map(([name, logo]) => ({ name, ...logo }));
}
