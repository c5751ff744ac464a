import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Size } from './geometry.ts';
import type { OpenedLogo } from './open-logo.ts';
import type { Raster } from './raster.ts';
import { rasterArtwork } from './raster-artwork.ts';
import { vectorArtwork } from './vector-artwork.ts';

/** A logo trimmed to its ink, ready to be drawn at any size. */
export interface Artwork {
  /** The size of the ink box, in units of the artwork's own. */
  ink: Size;
  /** The distance from the centre of the ink box to the farthest ink, in the same units. */
  reach: number;
  /** Draws the ink centred on a transparent canvas (in pixels), `scale` pixels a unit. */
  draw(canvas: Size, scale: number): Promise<Raster>;
}

/**
 * Decodes a logo and finds its ink.
 * @throws ProblemError 'empty-logo', 'unreadable-logo' or 'truncated-logo'
 */
export async function openArtwork(logo: OpenedLogo): Promise<Artwork> {
  const artwork = await (logo.kind === 'vector' ? vectorArtwork(logo.svg) : rasterArtwork(logo));
  if (!artwork) throw emptyLogo();
  return artwork;
}

export function emptyLogo(): ProblemError {
  return new ProblemError('empty-logo', 'Every pixel of the picture is transparent');
}
