import { channelOf, linearOf, type Rgb, rgbOf } from './srgb.ts';

/** A colour in OKLab (CSS Color 4 § 9.3): lightness 0 to 1, and two axes of colour that are 0 for greys. */
export interface Oklab {
  l: number;
  a: number;
  b: number;
}

/** Below this a linear channel is a rounding error, not outside sRGB. */
const GAMUT_SLACK = 1e-4;
/** Halvings of the chroma: exact to a thousandth of it, which eight bits cannot show. */
const GAMUT_STEPS = 10;

/** Written out for pixels: a library that makes an object for each step of each colour takes ten times as long. */
export function oklabOf(rgb: Rgb): Oklab {
  const red = linearOf(rgb >> 16);
  const green = linearOf((rgb >> 8) & 0xff);
  const blue = linearOf(rgb & 0xff);
  const l = Math.cbrt(0.412221469470763 * red + 0.5363325372617348 * green + 0.0514459932675022 * blue);
  const m = Math.cbrt(0.2119034958178252 * red + 0.6806995506452344 * green + 0.1073969535369406 * blue);
  const s = Math.cbrt(0.0883024591900564 * red + 0.2817188391361215 * green + 0.6299787016738222 * blue);
  return {
    l: 0.210454268309314 * l + 0.7936177747023054 * m - 0.0040720430116193 * s,
    a: 1.9779985324311684 * l - 2.4285922420485799 * m + 0.450593709617411 * s,
    b: 0.0259040424655478 * l + 0.7827717124575296 * m - 0.8086757549230774 * s,
  };
}

/** The linear channels of a colour; below 0 or above 1 when sRGB has it not. */
export function lightOf({ l, a, b }: Oklab): [red: number, green: number, blue: number] {
  const long = (l + 0.3963377773761749 * a + 0.2158037573099136 * b) ** 3;
  const medium = (l - 0.1055613458156586 * a - 0.0638541728258133 * b) ** 3;
  const short = (l - 0.0894841775298119 * a - 1.2914855480194092 * b) ** 3;
  return [
    4.0767416360759574 * long - 3.3077115392580616 * medium + 0.2309699031821044 * short,
    -1.2684379732850317 * long + 2.6097573492876887 * medium - 0.3413193760026573 * short,
    -0.0041960761386756 * long - 0.7034186179359362 * medium + 1.7076146940746117 * short,
  ];
}

/** The colour with as much of its chroma as sRGB has at its lightness and hue. */
export function inGamut(lab: Oklab): Oklab {
  const l = Math.max(0, Math.min(1, lab.l));
  const scaled = (by: number): Oklab => ({ l, a: lab.a * by, b: lab.b * by });
  if (isInGamut(scaled(1))) return scaled(1);
  let [low, high] = [0, 1];
  for (let step = 0; step < GAMUT_STEPS; step++) {
    const middle = (low + high) / 2;
    if (isInGamut(scaled(middle))) low = middle;
    else high = middle;
  }
  return scaled(low);
}

/** The nearest colour of eight bits, of the same lightness and hue. */
export function rgbOfOklab(lab: Oklab): Rgb {
  const [red, green, blue] = lightOf(inGamut(lab));
  return rgbOf(channelOf(red), channelOf(green), channelOf(blue));
}

/** How different two colours look: 0.02 can just be seen, black and white are 1 apart. */
export function distance(one: Oklab, other: Oklab): number {
  // Math.hypot takes ten times as long, for a care with large numbers that is not needed here.
  return Math.sqrt((one.l - other.l) ** 2 + (one.a - other.a) ** 2 + (one.b - other.b) ** 2);
}

/** The share of colour in a colour: 0 for greys, about 0.3 for the strongest of sRGB. */
export function chroma({ a, b }: Oklab): number {
  return Math.hypot(a, b);
}

function isInGamut(lab: Oklab): boolean {
  const [red, green, blue] = lightOf(lab);
  return Math.min(red, green, blue) >= -GAMUT_SLACK && Math.max(red, green, blue) <= 1 + GAMUT_SLACK;
}
