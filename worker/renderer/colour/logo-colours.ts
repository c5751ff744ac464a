import type { Raster } from '../raster.ts';
import { type FlatColour, type FlatColours, flatColours } from './flat-colours.ts';
import { isFlatPixel, rgbAt, SOLID_ALPHA } from './flat-pixels.ts';
import { nearestOf } from './nearest-colour.ts';
import { plateOf } from './plate.ts';
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

/** Finds the colours of a logo. Undefined when it shows nothing. */
export function logoColours(raster: Raster): LogoColours | undefined {
  const found = flatColours(raster);
  const { flats, isPicture } = found;
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
  const labels = labelsOf(raster, found, nearest);
  return {
    flats,
    isPicture,
    labels,
    plate: plateOf(raster, labels, nearest),
    touching: touchingPairs(raster, labels),
    nearest,
  };
}

function labelsOf(raster: Raster, { thin, tolerance }: FlatColours, nearest: (rgb: Rgb) => number): Uint8Array {
  const { data, width, height } = raster;
  const labels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      if ((data[pixel * 4 + 3] ?? 0) < SOLID_ALPHA) continue;
      const rgb = rgbAt(data, pixel * 4);
      if (isFlatPixel(raster, x, y, tolerance) || thin.has(rgb)) labels[pixel] = nearest(rgb) + 1;
    }
  }
  return labels;
}
