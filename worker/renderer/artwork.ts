import { ProblemError } from '@logomorph/contract/problem.ts';
import type { Size } from './geometry.ts';
import type { OpenedLogo } from './open-logo.ts';
import type { Raster } from './raster.ts';
import { rasterArtwork } from './raster-artwork.ts';
import type { SanitisedSvg } from './svg/sanitise-svg.ts';
import { vectorArtwork } from './vector-artwork.ts';

/**
 * Draws something centred on a canvas (in pixels), `scale` pixels a unit: on transparent, or opaque on a ground
 * (`#rrggbb`).
 */
export type Draw = (canvas: Size, scale: number, ground?: string) => Promise<Raster>;

/** A logo and where its ink is, ready to be drawn at any size. */
export interface Artwork {
  /** The size of the ink box, in units of the artwork's own. */
  ink: Size;
  /** The distance from the centre of the ink box to the farthest ink, in the same units. */
  reach: number;
  /** Draws the ink, trimmed of the logo's margins. */
  draw: Draw;
  /** The logo with the margins it came with, in units of its own. */
  whole: { size: Size; draw: Draw };
  /** What there is more of an SVG. */
  vector?: {
    svg: SanitisedSvg;
    /** All that its viewBox shows, in a small drawing. */
    look: Raster;
    /** Draws another SVG of the same coordinates where the ink of this one is. */
    drawOf(other: SanitisedSvg): Draw;
  };
}

/**
 * Decodes a logo and finds its ink.
 * @param side the longest side, in pixels, that is kept of a larger raster; twice the largest drawing makes all sharp
 * @throws ProblemError 'empty-logo', 'unreadable-logo' or 'logo-too-complex'
 */
export async function openArtwork(logo: OpenedLogo, side: number): Promise<Artwork> {
  const artwork = await (logo.kind === 'vector' ? vectorArtwork(logo.svg) : rasterArtwork(logo, side));
  if (!artwork) throw emptyLogo();
  return artwork;
}

export function emptyLogo(): ProblemError {
  return new ProblemError(
    'empty-logo',
    'Nothing of the picture shows: every pixel is transparent, or what there is is too thin at the size it is drawn at',
  );
}
