import type { Inherited } from './inherited.ts';
import { longest } from './length.ts';

/** How a shape is stroked, at most. */
export interface Stroke {
  /** In the units of the shape. */
  width: number;
  /** The mean length of the dashes and the gaps; undefined when it is not dashed. */
  dash: number | undefined;
}

/**
 * The stroke that properties give; undefined when there is none.
 * @param side what 100 % is
 */
export function strokeOf(inherited: Inherited, side: number): Stroke | undefined {
  if ([...(inherited.stroke ?? [])].every((value) => value === 'none')) return undefined;
  const dashes = [...(inherited['stroke-dasharray'] ?? [])].map((value) => {
    const lengths = value.split(/[\s,]+/).map((length) => longest([length], side));
    return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  });
  const shortest = Math.min(...dashes.filter((dash) => dash > 0));
  return {
    width: inherited['stroke-width'] ? longest(inherited['stroke-width'], side) : 1,
    dash: Number.isFinite(shortest) ? shortest : undefined,
  };
}
