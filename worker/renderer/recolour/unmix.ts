import type { LogoColours } from '../colour/logo-colours.ts';
import { blend, type Rgb } from '../colour/srgb.ts';
import type { Size } from '../geometry.ts';

/** How far from an edge pixel the colours that it mixes are looked for, in pixels. */
const REACH = 3;
/** A mixture may be so far (0 to 255) from what it is read as: blending is never exact, and JPEG adds noise. */
const TOLERANCE = 20;

/** A colour read as `share` of one colour and the rest of another. */
export interface Mixture {
  first: Rgb;
  second: Rgb;
  share: number;
}

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
  const near = new Set<number>();
  const [x, y] = [pixel % width, Math.floor(pixel / width)];
  for (let row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
    for (let column = Math.max(0, x - REACH); column <= Math.min(width - 1, x + REACH); column++) {
      const label = labels[row * width + column] ?? 0;
      if (label !== 0) near.add(label - 1);
    }
  }
  const colours = [...near].sort((a, b) => a - b).map((index) => flats[index]?.rgb ?? 0);
  let [best, least]: [Mixture | undefined, number] = [undefined, TOLERANCE];
  for (const [index, first] of colours.entries()) {
    for (const second of colours.slice(index)) {
      const mixture = { first, second, share: shareOf(rgb, first, second) };
      const far = farthest(rgb, blend(first, second, mixture.share));
      if (far < least) [best, least] = [mixture, far];
    }
  }
  return best;
}

/** The share of the first colour in the mixture that is nearest to a colour. */
function shareOf(rgb: Rgb, first: Rgb, second: Rgb): number {
  let [along, length] = [0, 0];
  for (const shift of [16, 8, 0]) {
    const step = ((first >> shift) & 0xff) - ((second >> shift) & 0xff);
    along += (((rgb >> shift) & 0xff) - ((second >> shift) & 0xff)) * step;
    length += step * step;
  }
  return length === 0 ? 1 : Math.max(0, Math.min(1, along / length));
}

function farthest(one: Rgb, other: Rgb): number {
  return Math.max(...[16, 8, 0].map((shift) => Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff))));
}
