import { type Raster, words } from '../raster.ts';

/** How many pixels have to have a colour for it to be one of the drawing and not of a soft edge. */
const FLAT_PIXELS = 256;

/** The steps of alpha that edges keep. */
const ALPHA_STEPS = 7;

/** The steps of each channel that edges between two colours keep. */
const COLOUR_STEPS = 15;

/**
 * The raster of a drawing without gradients, with fewer colours in its soft edges, which are as good as noise to an
 * encoder: on edges that move it cannot be seen, and an animation gets smaller by up to a half. Flat areas stay as they
 * are.
 */
export function withPlainEdges(raster: Raster): Raster {
  const counts = countColours(raster);
  const flat = [...counts.values()]
    .filter(({ pixels }) => pixels >= FLAT_PIXELS)
    .map(({ at }) => [...raster.data.subarray(at * 4, at * 4 + 4)])
    .filter(([, , , alpha = 0]) => alpha > 0);
  const plain = new Map(
    [...counts].map(([word, { at, pixels }]) => [word, pixels >= FLAT_PIXELS ? word : edgeWord(at)]),
  );
  const data = Buffer.alloc(raster.data.length);
  const [from, to] = [words(raster), words({ ...raster, data })];
  let [last, lastPlain] = [0, 0];
  for (let pixel = 0; pixel < from.length; pixel++) {
    const word = from[pixel] ?? 0;
    if (word !== last) [last, lastPlain] = [word, plain.get(word) ?? word];
    to[pixel] = lastPlain;
  }
  return { ...raster, data };

  function edgeWord(at: number): number {
    const [red = 0, green = 0, blue = 0, alpha = 0] = raster.data.subarray(at * 4, at * 4 + 4);
    const kept = Buffer.alloc(4);
    const keptAlpha = stepped(alpha, ALPHA_STEPS);
    if (keptAlpha > 0) kept.set([...edgeColour([red, green, blue], alpha), keptAlpha]);
    return new Uint32Array(kept.buffer, kept.byteOffset, 1)[0] ?? 0;
  }

  /** The flat colour that a colour is but for rounding, which grows as alpha falls; else the colour in coarse steps. */
  function edgeColour(colour: readonly number[], alpha: number): readonly number[] {
    const rounding = 3 + 255 / alpha;
    const [near] = flat
      .map((rgba) => ({ rgb: rgba.slice(0, 3), off: Math.max(...colour.map((c, i) => Math.abs(c - (rgba[i] ?? 0)))) }))
      .sort((a, b) => a.off - b.off);
    if (near && near.off <= rounding) return near.rgb;
    return colour.map((channel) => stepped(channel, COLOUR_STEPS));
  }
}

/** How often each word is there, and a pixel that has it. */
function countColours(raster: Raster): Map<number, { at: number; pixels: number }> {
  const counts = new Map<number, { at: number; pixels: number }>();
  let [last, found]: [number, { at: number; pixels: number } | undefined] = [0, undefined];
  for (const [at, word] of words(raster).entries()) {
    if (!found || word !== last) {
      last = word;
      found = counts.get(word);
      if (!found) {
        found = { at, pixels: 0 };
        counts.set(word, found);
      }
    }
    found.pixels++;
  }
  return counts;
}

function stepped(value: number, steps: number): number {
  return Math.round((Math.round((value * steps) / 255) * 255) / steps);
}
