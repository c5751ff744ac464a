import { isSameSize, marginsAround, type Size } from '../geometry.ts';
import { fromRaster, isOpaque, type Raster } from '../raster.ts';
import { colourVariety } from './colour-variety.ts';
import type { Effort } from './effort.ts';
import { extendIndexed, type IndexedRaster, indexed, MOST_COLOURS } from './indexed.ts';
import { encodeIndexedPng } from './indexed-png.ts';
import { nearlyIndexed } from './nearly-indexed.ts';
import { encodeSmallPng } from './small-png.ts';

export interface PngOptions {
  /** The size of the picture, which has the raster in its middle: the raster's own, unless told. */
  canvas?: Size;
  /** The colour (`#rrggbb`) around the raster, which is then opaque; transparent, unless told. */
  ground?: string | undefined;
  /**
   * Time given to make the file smaller. In full colour `low` filters the rows of small pictures of very many colours
   * alone, `medium` (unless told) always and with patience, which takes ten times as long, and `high` tries both ways.
   */
  effort?: Effort;
  /** Whether soft edges may be a hair off where a palette then does, see `nearlyIndexed`. */
  nearly?: boolean;
}

/** Full-colour pictures of up to this many pixels are encoded by `encodeSmallPng`. */
const SMALL = 96 * 96;

/** What sharp is told for each way to full colour. Unfiltered rows are best for flat art, filtered ones for the rest. */
const QUICK_PLAIN = { compressionLevel: 6, adaptiveFiltering: false };
const QUICK_FILTERED = { compressionLevel: 4, adaptiveFiltering: true };
const PLAIN = { compressionLevel: 9, adaptiveFiltering: false };
const FILTERED = { compressionLevel: 9, adaptiveFiltering: true };

/** With a greater variety of colours no palette is tried that they would have to be moved to. */
const NEARLY_VARIETY = 0.1;

/** The variety of colours from which on filtering saves a third, and the pixels up to which it takes next to no time. */
const LEAST_VARIETY = 0.2;
const QUICKLY_FILTERED = 600_000;

/**
 * A lossless PNG, unless `nearly` says otherwise: by a palette when the raster has at most 256 colours, which is smallest
 * for flat art, else in full colour, without alpha when it is opaque.
 */
export async function encodePng(raster: Raster, options: PngOptions = {}): Promise<Buffer> {
  const { canvas = raster, ground, effort = 'medium', nearly = false } = options;
  const margin = marginColour(ground);
  const withPalette = byPalette(raster, isSameSize(raster, canvas) ? undefined : margin, nearly);
  if (!withPalette) return encodeFullColourPng(raster, options);
  return encodeIndexedPng(extendIndexed(withPalette, canvas, margin), effort === 'low' ? 'low' : 'high');
}

function byPalette(raster: Raster, margin: number | undefined, nearly: boolean): IndexedRaster | undefined {
  const { colours, share } = colourVariety(raster);
  const exact = colours <= MOST_COLOURS ? indexed(raster, margin) : undefined;
  return exact ?? (nearly && share < NEARLY_VARIETY ? nearlyIndexed(raster, margin) : undefined);
}

/** A lossless PNG of eight-bit RGBA, or RGB when it is opaque, however few its colours are. */
export function encodeFullColourPng(raster: Raster, options: PngOptions = {}): Promise<Buffer> {
  const { canvas = raster, ground } = options;
  // What has a ground lies on it.
  const opaque = ground !== undefined || (isSameSize(raster, canvas) && isOpaque(raster));
  return fullColour(raster, options, !opaque);
}

/** A lossless PNG of eight-bit RGBA, whatever the colours are. */
export function encodeRgbaPng(raster: Raster, options: PngOptions = {}): Promise<Buffer> {
  return fullColour(raster, options, true);
}

async function fullColour(
  raster: Raster,
  { canvas = raster, ground, effort = 'medium' }: PngOptions,
  alpha: boolean,
): Promise<Buffer> {
  const whole = isSameSize(raster, canvas);
  if (whole && raster.width * raster.height <= SMALL) return encodeSmallPng(raster, { alpha });
  const tries = settingsFor(effort, raster).map((settings) => {
    const picture = alpha ? fromRaster(raster) : fromRaster(raster).removeAlpha();
    if (!whole) picture.extend({ ...marginsAround(raster, canvas), background: ground ?? '#00000000' });
    return picture.png(settings).toBuffer();
  });
  return (await Promise.all(tries)).reduce((smallest, png) => (png.length < smallest.length ? png : smallest));
}

function settingsFor(effort: Effort, raster: Raster) {
  if (effort === 'medium') return [FILTERED];
  if (effort === 'high') return [PLAIN, FILTERED];
  const isSmall = raster.width * raster.height <= QUICKLY_FILTERED;
  return [isSmall && colourVariety(raster).share >= LEAST_VARIETY ? QUICK_FILTERED : QUICK_PLAIN];
}

/** The colour around a raster, as `indexed` takes it. */
export function marginColour(ground: string | undefined): number {
  return ground === undefined ? 0 : Number.parseInt(`${ground.slice(1)}ff`, 16);
}
