import sharp from 'sharp';
import { flatten, fromRaster, type Raster, toRaster, words } from '../raster.ts';
import { type IndexedRaster, indexed } from './indexed.ts';
import { ssim } from './ssim.ts';

/** The least structural similarity of a picture whose colours were reduced. */
export const LEAST_SSIM = 0.995;

/** What the quantiser aims at, from the smallest files on; the first that is similar enough is taken. */
const QUALITIES = [90, 100];
const MOST_COLOURS = 256;

/**
 * The raster in at most 256 colours, so that it looks the same; undefined when fewer do not keep the similarity, on
 * white and on black where it is transparent. Areas of one colour keep it to the bit. There is no dithering, which makes
 * flat art larger and does not make it better.
 * @param margin as `indexed` has it
 */
export async function reduced(raster: Raster, margin?: number): Promise<IndexedRaster | undefined> {
  for (const quality of QUALITIES) {
    const png = await fromRaster(raster)
      .png({ palette: true, dither: 0, effort: 1, quality, colours: MOST_COLOURS - 1 })
      .toBuffer();
    const candidate = withCommonColours(raster, await toRaster(sharp(png)));
    if (similarity(raster, candidate) >= LEAST_SSIM) return indexed(candidate, margin);
  }
  return undefined;
}

function similarity(a: Raster, b: Raster): number {
  return Math.min(...['#ffffff', '#000000'].map((ground) => ssim(flatten(a, ground), flatten(b, ground))));
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
