import { contrastRatio, luminance, luminanceOfLight } from '../colour/contrast.ts';
import { inGamut, lightOf, type Oklab } from '../colour/oklab.ts';
import { BLACK, channelOf, type Rgb, rgbOf, rgbOfHex, WHITE } from '../colour/srgb.ts';

/** What a colour is to be seen on. */
export interface Ground {
  /** `#rrggbb` */
  background: string;
  /** The least contrast ratio (WCAG 2.2) with the background; what white or black has is taken where none has it. */
  contrast: number;
}

/** The colours that have the contrast with a ground. */
export interface ContrastRange {
  ground: Rgb;
  /** The contrast that is kept: what was asked for, or the most there is. */
  contrast: number;
  holds(rgb: Rgb): boolean;
  /** How far a colour stands out from the ground: its lightness on a dark one, its darkness on a light one, 0 to 1. */
  prominence(lab: Oklab): number;
  /** The prominence from which on greys have the contrast. */
  least: number;
  /** The colour with another prominence, its hue kept, or the nearest to it that the range holds. */
  withProminence(lab: Oklab, prominence: number): Rgb;
}

export function contrastRange({ background, contrast }: Ground): ContrastRange {
  const ground = rgbOfHex(background);
  const isDark = contrastRatio(WHITE, ground) >= contrastRatio(BLACK, ground);
  const kept = Math.min(contrast, contrastRatio(isDark ? WHITE : BLACK, ground));
  const behind = luminance(ground) + 0.05;
  const limit = Math.max(0, isDark ? behind * kept - 0.05 : behind / kept - 0.05);
  const prominenceOf = (lightness: number) => (isDark ? lightness : 1 - lightness);
  return {
    ground,
    contrast: kept,
    holds: (rgb) => contrastRatio(rgb, ground) >= kept,
    prominence: ({ l }) => prominenceOf(l),
    least: prominenceOf(Math.cbrt(limit)),
    withProminence: ({ a, b }, prominence) => {
      const light = lightOf(inGamut({ l: prominenceOf(prominence), a, b })).map(clamped);
      return isDark ? atLeast(light, limit) : atMost(light, limit);
    },
  };
}

type Light = readonly number[];

function clamped(channel: number): number {
  return Math.max(0, Math.min(1, channel));
}

/** The colour, with as much white in it as its luminance needs; rounded up, or it could still be a hair too dark. */
function atLeast(light: Light, limit: number): Rgb {
  const now = luminanceOfLight(light);
  const white = now < limit ? (limit - now) / (1 - now) : 0;
  const [red = 0, green = 0, blue = 0] = light.map((channel) => Math.ceil(channelOf(channel + white * (1 - channel))));
  return rgbOf(red, green, blue);
}

/** The colour, darkened as far as its luminance needs; rounded down. */
function atMost(light: Light, limit: number): Rgb {
  const now = luminanceOfLight(light);
  const kept = now > limit ? limit / now : 1;
  const [red = 0, green = 0, blue = 0] = light.map((channel) => Math.floor(channelOf(channel * kept)));
  return rgbOf(red, green, blue);
}
