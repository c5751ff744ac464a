import type { VariantRecipe } from '@logomorph/contract/recipe/variant.ts';
import type { Size } from '../geometry.ts';

/** How a logo is turned: first mirrored, then rotated. */
export interface Turn {
  /** From left to right. */
  flop: boolean;
  /** From top to bottom. */
  flip: boolean;
  /** Clockwise. */
  degrees: number;
}

/** The turn of a recipe, which rotates first: to mirror afterwards is to mirror first and rotate the other way. */
export function turnOf({ rotate, flip }: VariantRecipe): Turn {
  const mirrored = flip === 'horizontal' || flip === 'vertical';
  return {
    flop: flip === 'horizontal' || flip === 'both',
    flip: flip === 'vertical' || flip === 'both',
    degrees: mirrored ? (360 - rotate) % 360 : rotate,
  };
}

/** The size of the smallest upright box around a box that is rotated. */
export function turnedSize({ width, height }: Size, { degrees }: Turn): Size {
  if (degrees % 180 === 0) return { width, height };
  if (degrees % 90 === 0) return { width: height, height: width };
  const angle = (degrees * Math.PI) / 180;
  const [sine, cosine] = [Math.abs(Math.sin(angle)), Math.abs(Math.cos(angle))];
  return { width: width * cosine + height * sine, height: width * sine + height * cosine };
}
