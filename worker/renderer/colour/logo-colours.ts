import type { Raster } from '../raster.ts';
import { type FlatColours, flatColours } from './flat-colours.ts';
import { labelsOf } from './labels.ts';
import { nearestOf } from './nearest-colour.ts';
import { plateOf } from './plate.ts';
import type { Rgb } from './srgb.ts';
import { touchingPairs } from './touching.ts';

/** What a logo is coloured with. A picture's colours touch all of each other. */
export interface LogoColours extends FlatColours {
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
    return { ...found, plate: undefined, touching, nearest };
  }
  const labels = labelsOf(raster, { ...found, nearest });
  return {
    ...found,
    plate: plateOf(raster, labels, nearest),
    touching: touchingPairs(raster, labels),
    nearest,
  };
}
