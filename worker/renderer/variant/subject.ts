import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { Sharp } from 'sharp';
import type { FrameTimes } from '../encode/frame-times.ts';
import type { Box } from '../geometry.ts';
import type { OpenedLogo } from '../open-logo.ts';
import type { Raster } from '../raster.ts';
import { findFocus } from './focus.ts';
import { focusOf, type Layout, layoutOf } from './layout.ts';
import { rasterSubject } from './raster-subject.ts';
import { turnedSize, turnOf } from './turn.ts';
import { vectorSubject } from './vector-subject.ts';

/** What a variant shows: a logo as crop and trim leave it. */
export interface Subject extends FrameTimes {
  /** The part of the logo, before it is turned; in pixels, or in coordinates of an SVG. */
  box: Box;
  /** Draws the frames, turned and laid out, transparent around them. */
  draw(layout: Layout, signal: AbortSignal): Promise<Raster[]>;
  /** A pipeline that draws the same; only where there is a single frame, which was not decoded yet. */
  picture?: (layout: Layout) => Promise<Sharp>;
}

/**
 * Crops and trims a logo. Only trimming decodes it at once.
 * @throws ProblemError 'empty-logo', 'unreadable-logo' or 'logo-too-complex'
 */
export function openSubject(logo: OpenedLogo, recipe: VariantRecipe): Promise<Subject> {
  return logo.kind === 'vector' ? vectorSubject(logo.svg, recipe) : rasterSubject(logo, recipe);
}

/**
 * Where the logo lies in the variant, with attention and entropy looked for.
 * @throws ProblemError see `layoutOf`
 */
export async function layoutOfSubject(subject: Subject, recipe: VariantRecipe, signal: AbortSignal): Promise<Layout> {
  const natural = turnedSize(subject.box, turnOf(recipe));
  const layout = layoutOf(natural, recipe, focusOf(recipe.gravity));
  const { gravity, fit } = recipe;
  if (fit !== 'cover' || (gravity !== 'attention' && gravity !== 'entropy')) return layout;
  return layoutOf(natural, recipe, await findFocus(subject, layout, gravity, signal));
}
