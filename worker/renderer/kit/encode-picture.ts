import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { extendIndexed } from '../encode/indexed.ts';
import { encodeIndexedPng } from '../encode/indexed-png.ts';
import { encodeFullColourPng, encodePng, encodeRgbaPng, marginColour } from '../encode/png.ts';
import { reduced } from '../encode/reduced.ts';
import type { Drawing } from './catalogue/kit-file.ts';
import type { Painted } from './painter.ts';

/** A picture of a kit as a PNG, of the kind of pixels that its platform wants. */
export async function encodePicture(
  { raster, canvas, ground }: Painted,
  pixels: Drawing['pixels'],
  optimise: KitRecipe['optimise'],
): Promise<Buffer> {
  const options = { canvas, ground, effort: optimise === 'size' ? 'high' : 'low' } as const;
  if (pixels === 'rgba') return encodeRgbaPng(raster, options);
  if (pixels === 'rgb') return encodeFullColourPng(raster, options);
  if (optimise === 'size') {
    const margin = marginColour(ground);
    const fewer = await reduced(raster, margin);
    if (fewer) return encodeIndexedPng(extendIndexed(fewer, canvas, margin));
  }
  return encodePng(raster, options);
}
