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
  { flats }: LogoColours,
  labels: Uint8Array,
  size: Size,
  pixel: number,
  rgb: Rgb,
): Mixture | undefined {
  const near = coloursNear(flats, labels, size, pixel);
  let best: Mixture | undefined;
  for (let one = 0; one < near.length; one++) {
    for (let other = one; other < near.length; other++) {
      const mixture = mixtureOf(rgb, near[one] ?? 0, near[other] ?? 0);
      if (mixture.off < (best?.off ?? TOLERANCE)) best = mixture;
    }
  }
  return best;
}

/** The flat colours of the pixels around a pixel; none when they are too many. */
function coloursNear(flats: LogoColours['flats'], labels: Uint8Array, { width, height }: Size, pixel: number): Rgb[] {
  const near: Rgb[] = [];
  const x = pixel % width;
  const y = (pixel - x) / width;
  let last = 0;
  for (let row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
    for (let column = Math.max(0, x - REACH); column <= Math.min(width - 1, x + REACH); column++) {
      const label = labels[row * width + column] ?? 0;
      if (label === 0 || label === last) continue;
      last = label;
      const colour = flats[label - 1]?.rgb ?? 0;
      if (near.includes(colour)) continue;
      if (near.length === MOST_COLOURS) return [];
      near.push(colour);
    }
  }
  return near;
}
