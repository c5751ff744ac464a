import type { KitRecipe } from '@logomorph/contract/recipe/kit.ts';
import { encodeFullColourPng, encodePng, encodeRgbaPng } from '../encode/png.ts';
import { encodeReducedPng } from '../encode/reduced-png.ts';
import type { Drawing } from './catalogue/kit-file.ts';
import type { Painted } from './painter.ts';

/** A picture of a kit as a PNG, of the kind of pixels that its platform wants. */
export async function encodePicture(
  { raster, canvas, ground }: Painted,
  pixels: Drawing['pixels'],
  optimise: KitRecipe['optimise'],
): Promise<Buffer> {
  const options = { canvas, ground, effort: 'low' } as const;
  if (pixels === 'rgba') return encodeRgbaPng(raster, options);
  if (pixels === 'rgb') return encodeFullColourPng(raster, options);
  const reduced = optimise === 'size' ? await encodeReducedPng(raster, options) : undefined;
  return reduced ?? encodePng(raster, { ...options, nearly: true });
}
