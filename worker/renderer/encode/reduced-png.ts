import type { Size } from '../geometry.ts';
import { flatten, type Raster } from '../raster.ts';
import { colourVariety } from './colour-variety.ts';
import { extendIndexed, type IndexedRaster, indexed } from './indexed.ts';
import { encodeIndexedPng } from './indexed-png.ts';
import { encodeFullColourPng, marginColour, type PngOptions } from './png.ts';
import { quantised } from './quantised.ts';
import { rounded } from './rounded.ts';
import { ssim, ssimOfWhole } from './ssim.ts';

/** The least structural similarity of a picture whose colours were reduced, and a hair for how others measure it. */
const LEAST_SSIM = 0.995 + 0.0002;

/** What is tried, from what makes the smallest files on: a palette, at a quality; and rounded channels, by a step. */
type Attempt = { quality: number } | { step: number };
const ATTEMPTS: readonly Attempt[] = [
  ...[90, 100].map((quality) => ({ quality })),
  ...[5, 4, 3, 2].map((step) => ({ step })),
];

/** A palette is too small for a greater variety of colours. */
const MOST_VARIETY = 0.2;

/** Smaller pictures get all patience, as they cost little. */
const SMALL_PIXELS = 512 * 512;

/** A raster in fewer colours. */
interface Reduced {
  raster: Raster;
  palette: IndexedRaster | undefined;
  /** To the exact one. */
  similarity: number;
}

/** What was tried with a raster: the startup images of a screen have the same in their middle. */
const TRIED = new WeakMap<Raster, Map<Attempt, Promise<Reduced | undefined>>>();

/**
 * A PNG in as few colours as keep a structural similarity of 0.995 with the exact picture; undefined when no fewer do.
 * Options are those of `encodePng`.
 */
export async function encodeReducedPng(raster: Raster, options: PngOptions): Promise<Buffer | undefined> {
  const { canvas = raster, ground } = options;
  const effort = isSmall(canvas) ? 'high' : 'medium';
  for (const attempt of ATTEMPTS) {
    const reduced = await attempted(raster, ground, attempt);
    if (!reduced || ssimOfWhole(reduced.similarity, raster, canvas) < LEAST_SSIM) continue;
    if (reduced.palette) return encodeIndexedPng(extendIndexed(reduced.palette, canvas, marginColour(ground)), effort);
    return isSmall(canvas) ? smallerOf(reduced.raster, raster, options) : encodeFullColourPng(reduced.raster, options);
  }
  return undefined;
}

/** Rounding breaks what patterns there are, and may make a picture larger. */
async function smallerOf(one: Raster, other: Raster, options: PngOptions): Promise<Buffer> {
  const [first, second] = await Promise.all([
    encodeFullColourPng(one, { ...options, effort: 'high' }),
    encodeFullColourPng(other, { ...options, effort: 'high' }),
  ]);
  return second.length < first.length ? second : first;
}

function attempted(raster: Raster, ground: string | undefined, attempt: Attempt): Promise<Reduced | undefined> {
  const tried = TRIED.get(raster) ?? new Map<Attempt, Promise<Reduced | undefined>>();
  TRIED.set(raster, tried);
  const made = tried.get(attempt) ?? reduce(raster, ground, attempt);
  tried.set(attempt, made);
  return made;
}

async function reduce(raster: Raster, ground: string | undefined, attempt: Attempt): Promise<Reduced | undefined> {
  if ('step' in attempt) {
    const candidate = rounded(raster, attempt.step, ground);
    return { raster: candidate, palette: undefined, similarity: similarity(raster, candidate, ground) };
  }
  if (colourVariety(raster).share >= MOST_VARIETY) return undefined;
  const candidate = await quantised(raster, attempt.quality);
  const palette = indexed(candidate, marginColour(ground));
  return palette && { raster: candidate, palette, similarity: similarity(raster, candidate, ground) };
}

/** On the ground, or the lower of those on white and on black where there is none. */
function similarity(a: Raster, b: Raster, ground: string | undefined): number {
  if (ground !== undefined) return ssim(a, b);
  return Math.min(...['#ffffff', '#000000'].map((under) => ssim(flatten(a, under), flatten(b, under))));
}

function isSmall({ width, height }: Size): boolean {
  return width * height <= SMALL_PIXELS;
}
