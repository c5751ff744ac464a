import type { Raster } from '../raster.ts';
import { eachFlatPixel, rgbAt, SOLID_ALPHA } from './flat-pixels.ts';
import { nearestOf } from './nearest-colour.ts';
import { distance, type Oklab, oklabOf } from './oklab.ts';
import type { Rgb } from './srgb.ts';
import { touchingPairs } from './touching.ts';

/** A colour that fills areas of a logo, or one step of its gradients. */
export interface FlatColour {
  rgb: Rgb;
  lab: Oklab;
  /** Of all flat ink, 0 to 1. */
  share: number;
}

/** What a logo is coloured with. */
export interface LogoColours {
  /** By their share, largest first. */
  flats: readonly FlatColour[];
  /** For each pixel, 1 + the index of its flat colour; 0 where it is of none: at edges between colours, and in noise. */
  labels: Uint8Array;
  /** The flat colour, by its index, that fills the picture to all its edges, behind the others. */
  plate: number | undefined;
  /** The pairs of flat colours, by their indices, that lie side by side. */
  touching: readonly (readonly [number, number])[];
  /** The index of the flat colour nearest to a colour. */
  nearest(rgb: Rgb): number;
}

/** Closer ones are one colour: the difference between them can hardly be seen. */
const SAME_COLOUR = 0.03;
/** More steps are not told apart, so that a photograph takes no longer than a gradient. */
const MOST_FLATS = 128;
const MOST_CANDIDATES = 4096;
/** The share of the pixels along the edges that a plate fills; the rest is what touches the edge or noise. */
const PLATE_EDGE = 0.95;
const OPAQUE_ALPHA = 250;

/** Finds the colours of a logo. Undefined when it shows nothing. */
export function logoColours(raster: Raster): LogoColours | undefined {
  const flats = flatColours(raster);
  if (flats.length === 0) return undefined;
  const nearest = nearestOf(flats.map(({ lab }) => lab));
  const labels = new Uint8Array(raster.width * raster.height);
  eachFlatPixel(raster, (pixel, rgb) => {
    labels[pixel] = nearest(rgb) + 1;
  });
  return { flats, labels, plate: plateOf(raster, labels), touching: touchingPairs(raster, labels), nearest };
}

function flatColours(raster: Raster): FlatColour[] {
  const weights = new Map<Rgb, number>();
  const count = (pixel: number, rgb: Rgb) =>
    weights.set(rgb, (weights.get(rgb) ?? 0) + (raster.data[pixel * 4 + 3] ?? 0));
  eachFlatPixel(raster, count);
  if (weights.size === 0) {
    // All noise, or finer than pixels: every pixel counts.
    for (let pixel = 0; pixel < raster.width * raster.height; pixel++) {
      if ((raster.data[pixel * 4 + 3] ?? 0) >= SOLID_ALPHA) count(pixel, rgbAt(raster.data, pixel * 4));
    }
  }
  // The order of equal weights has to be fixed, or the order of pixels would show.
  const candidates = [...weights].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_CANDIDATES);
  const flats: FlatColour[] = [];
  for (const [rgb, weight] of candidates) {
    const lab = oklabOf(rgb);
    const same = flats.find((flat) => distance(flat.lab, lab) < SAME_COLOUR);
    if (same) same.share += weight;
    else if (flats.length < MOST_FLATS) flats.push({ rgb, lab, share: weight });
  }
  const ink = flats.reduce((sum, { share }) => sum + share, 0);
  return flats.map((flat) => ({ ...flat, share: flat.share / ink })).sort((a, b) => b.share - a.share);
}

/** A single colour is no plate but the logo. */
function plateOf({ data, width, height }: Raster, labels: Uint8Array): number | undefined {
  const counts = new Map<number, number>();
  let edge = 0;
  for (let pixel = 0; pixel < width * height; pixel++) {
    const x = pixel % width;
    const isEdge = x === 0 || x === width - 1 || pixel < width || pixel >= width * (height - 1);
    if (!isEdge) continue;
    if ((data[pixel * 4 + 3] ?? 0) < OPAQUE_ALPHA) return undefined;
    const label = labels[pixel] ?? 0;
    counts.set(label, (counts.get(label) ?? 0) + 1);
    edge++;
  }
  counts.delete(0);
  const [plate] = [...counts].find(([, count]) => count >= edge * PLATE_EDGE) ?? [];
  return plate !== undefined && labels.some((label) => label !== 0 && label !== plate) ? plate - 1 : undefined;
}
