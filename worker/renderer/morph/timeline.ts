import { LIMITS } from '@logomorph/contract/limits.ts';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { MorphRecipe } from '@logomorph/contract/recipe/morph.ts';
import { ease, SPLINES } from './easing.ts';

/** A picture of a morph: how far it is, from 0 to 1, and for how long it is shown, in milliseconds. */
export interface Moment {
  progress: number;
  duration: number;
}

/** The least milliseconds of a frame of a GIF: browsers take a shorter time for a mistake, and show it for 100 ms. */
const GIF_FRAME = 20;

/**
 * The pictures of a morph in their order. Those of both logos are shown for `hold` on top of their share of the
 * duration. What alternates goes back by the same pictures, without those of both ends again.
 * @throws ProblemError 'morph-too-large' when there are more pictures, or more pixels in all, than LIMITS allow
 */
export function timelineOf(recipe: MorphRecipe): Moment[] {
  const most = recipe.format === 'gif' ? Math.floor(recipe.duration / GIF_FRAME) : Infinity;
  const count = Math.max(2, Math.min(most, Math.round((recipe.duration * recipe.fps) / 1000)));
  const goesBack = recipe.loop === 'alternate' && recipe.format !== 'frames';
  const frames = goesBack ? 2 * count - 2 : count;
  limit('frames', frames, LIMITS.morphFrames);
  limit('pixels', frames * recipe.width * recipe.height, LIMITS.morphPixels);
  const forth = Array.from(
    { length: count },
    (_, i): Moment => ({
      progress: ease(SPLINES[recipe.easing], i / (count - 1)),
      duration: recipe.duration / count + (i === 0 || i === count - 1 ? recipe.hold : 0),
    }),
  );
  return goesBack ? [...forth, ...forth.slice(1, -1).reverse()] : forth;
}

function limit(what: string, value: number, most: number): void {
  if (value <= most) return;
  throw new ProblemError('morph-too-large', `The morph would have ${value} ${what}; the limit is ${most}`);
}
