import { ALPHA, type Raster, words } from '../raster.ts';

/** What a sample of pixels says of how many colours there are. */
interface ColourVariety {
  /** The number of distinct colours in the sample, and so the least there are. What is transparent is one. */
  colours: number;
  /** The same by the pixels of the sample: 0 to 1, under 0.1 in flat art, over 0.2 in photographs and soft gradients. */
  share: number;
}

/** About how many pixels are looked at. */
const SAMPLE = 8192;

/** Looks at some rows of a raster. */
export function colourVariety(raster: Raster): ColourVariety {
  const { width, height } = raster;
  const pixels = words(raster);
  const rows = Math.min(height, Math.max(1, Math.floor(SAMPLE / width)));
  const colours = new Set<number>();
  for (let row = 0; row < rows; row++) {
    const start = Math.floor(((row + 0.5) * height) / rows) * width;
    for (let at = start; at < start + width; at++) {
      const word = pixels[at] ?? 0;
      // As a signed number, which a Set keeps without a box around it.
      colours.add((word & ALPHA) === 0 ? 0 : word | 0);
    }
  }
  return { colours: colours.size, share: colours.size / (rows * width) };
}
