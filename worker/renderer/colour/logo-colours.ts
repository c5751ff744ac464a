import { inkBox } from '../ink.ts';
import type { Raster } from '../raster.ts';
import { type FlatColour, flatColours } from './flat-colours.ts';
import { isFlatPixel, rgbAt, SOLID_ALPHA } from './flat-pixels.ts';
import { nearestOf } from './nearest-colour.ts';
import type { Rgb } from './srgb.ts';
import { touchingPairs } from './touching.ts';

/** What a logo is coloured with. */
export interface LogoColours {
  /** By their share, largest first. */
  flats: readonly FlatColour[];
  /** Whether hardly anything is flat: a photograph, or noise. Its colours then touch all of each other. */
  isPicture: boolean;
  /** For each pixel, 1 + the index of its flat colour; 0 where it is of none: at edges between colours, and in noise. */
  labels: Uint8Array;
  /** The flat colour, by its index, that fills the box around all ink to its edges, behind the others. */
  plate: number | undefined;
  /** The pairs of flat colours, by their indices, that lie side by side. */
  touching: readonly (readonly [number, number])[];
  /** The index of the flat colour nearest to a colour. */
  nearest(rgb: Rgb): number;
}

/** The share of the pixels along the edges that a plate fills; the rest is what touches the edge or noise. */
const PLATE_EDGE = 0.95;
const OPAQUE_ALPHA = 250;
const SOFT_EDGE = 2;

/** Finds the colours of a logo. Undefined when it shows nothing. */
export function logoColours(raster: Raster): LogoColours | undefined {
  const { flats, thin, isPicture } = flatColours(raster);
  if (flats.length === 0) return undefined;
  const nearest = nearestOf(flats);
  if (isPicture) {
    const touching = flats.slice(1).map((_, index) => [index, index + 1] as const);
    return {
      flats,
      isPicture,
      labels: new Uint8Array(raster.width * raster.height),
      plate: undefined,
      touching,
      nearest,
    };
  }
  const labels = labelsOf(raster, thin, nearest);
  return { flats, isPicture, labels, plate: plateOf(raster, labels), touching: touchingPairs(raster, labels), nearest };
}

function labelsOf(raster: Raster, thin: ReadonlySet<Rgb>, nearest: (rgb: Rgb) => number): Uint8Array {
  const { data, width, height } = raster;
  const labels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if ((data[pixel * 4 + 3] ?? 0) < SOLID_ALPHA) continue;
      const rgb = rgbAt(data, pixel * 4);
      if (isFlatPixel(raster, x, y) || thin.has(rgb)) labels[pixel] = nearest(rgb) + 1;
    }
  }
  return labels;
}

/** A single colour is no plate but the logo. */
function plateOf(raster: Raster, labels: Uint8Array): number | undefined {
  const counts = new Map<number, number>();
  const edge = edgePixels(raster);
  for (const pixel of edge) {
    if ((raster.data[pixel * 4 + 3] ?? 0) < OPAQUE_ALPHA) return undefined;
    const label = labels[pixel] ?? 0;
    counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  counts.delete(0);
  const [plate] = [...counts].find(([, count]) => count >= edge.length * PLATE_EDGE) ?? [];
  return plate !== undefined && labels.some((label) => label !== 0 && label !== plate) ? plate - 1 : undefined;
}

/** The pixels along the edges of the box around all ink, but for what may be the soft edge of it. */
function edgePixels(raster: Raster): number[] {
  const box = inkBox(raster);
  if (!box) return [];
  const inset = Math.min(SOFT_EDGE, Math.floor((Math.min(box.width, box.height) - 1) / 2));
  const [left, right] = [box.x + inset, box.x + box.width - 1 - inset];
  const [top, bottom] = [box.y + inset, box.y + box.height - 1 - inset];
  const pixels: number[] = [];
  for (let x = left; x <= right; x++) pixels.push(top * raster.width + x, bottom * raster.width + x);
  for (let y = top; y <= bottom; y++) pixels.push(y * raster.width + left, y * raster.width + right);
  return pixels;
}
