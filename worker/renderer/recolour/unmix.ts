import type { LogoColours } from '../colour/logo-colours.ts';
import { type Mixture, mixtureOf } from '../colour/mixture.ts';
import type { Rgb } from '../colour/srgb.ts';
import type { Size } from '../geometry.ts';

/** How far from an edge pixel the colours that it mixes are looked for, in pixels. */
const REACH = 3;
/** A mixture may be so far from what it is read as: blending is never exact, and JPEG adds noise. */
const TOLERANCE = 20;
/** Where more colours meet there is no edge but a picture. */
const MOST_COLOURS = 6;

/**
 * Reads the colour of a pixel at an edge as the mixture of two flat colours beside it; undefined when it is none. What
 * replaces the colour is then the mixture of what replaces the two: so an edge never shows a third colour.
 */
export function unmix(
  { flats, labels }: LogoColours,
  { width, height }: Size,
  pixel: number,
  rgb: Rgb,
): Mixture | undefined {
  const near: number[] = [];
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  for (let row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
    for (let column = Math.max(0, x - REACH); column <= Math.min(width - 1, x + REACH); column++) {
      const label = labels[row * width + column] ?? 0;
      if (label === 0 || near.includes(label)) continue;
      if (near.push(label) > MOST_COLOURS) return undefined;
    }
  }
  const colours = near.map((label) => flats[label - 1]?.rgb ?? 0);
  let best: Mixture | undefined;
  for (const [index, first] of colours.entries()) {
    for (const second of colours.slice(index)) {
      const mixture = mixtureOf(rgb, first, second);
      if (mixture.off < (best?.off ?? TOLERANCE)) best = mixture;
    }
  }
  return best;
}
