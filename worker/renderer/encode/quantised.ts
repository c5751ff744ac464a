import { type Raster, words } from '../raster.ts';
import { indexed, MOST_COLOURS } from './indexed.ts';
import { reduceColours } from './reduce-colours.ts';

/**
 * The raster in at most 255 colours, so that there is one left for what is around it. There is no dithering, which makes
 * flat art larger and not better, and areas of one colour keep it to the bit.
 * @param quality 1 to 100: fewer colours are taken where they do as well
 */
export async function quantised(raster: Raster, quality: number): Promise<Raster> {
  return withCommonColours(raster, await reduceColours(raster, MOST_COLOURS - 1, { quality, effort: 1 }));
}

/**
 * The candidate with each of its colours made the one that most of its pixels have in the original, where more than
 * half of them have the same.
 */
function withCommonColours(original: Raster, candidate: Raster): Raster {
  const palette = indexed(candidate);
  if (!palette) return candidate;
  const { indices } = palette;
  const from = words(original);
  const common = majorities(from, indices);
  const votes = new Uint32Array(MOST_COLOURS);
  const pixels = new Uint32Array(MOST_COLOURS);
  for (let pixel = 0; pixel < from.length; pixel++) {
    const index = indices[pixel] ?? 0;
    pixels[index] = (pixels[index] ?? 0) + 1;
    if (from[pixel] === common[index]) votes[index] = (votes[index] ?? 0) + 1;
  }
  const to = Uint32Array.from(words(candidate));
  for (let pixel = 0; pixel < to.length; pixel++) {
    const index = indices[pixel] ?? 0;
    if ((votes[index] ?? 0) * 2 > (pixels[index] ?? 0)) to[pixel] = common[index] ?? 0;
  }
  return { ...candidate, data: Buffer.from(to.buffer) };
}

/** For each index the colour that more than half of its pixels have, if any colour has (Boyer and Moore). */
function majorities(colours: Uint32Array, indices: Uint8Array): Uint32Array {
  const majority = new Uint32Array(MOST_COLOURS);
  const lead = new Uint32Array(MOST_COLOURS);
  for (let pixel = 0; pixel < colours.length; pixel++) {
    const index = indices[pixel] ?? 0;
    const ahead = lead[index] ?? 0;
    const colour = colours[pixel] ?? 0;
    if (ahead === 0) majority[index] = colour;
    lead[index] = ahead > 0 && majority[index] !== colour ? ahead - 1 : ahead + 1;
  }
  return majority;
}
