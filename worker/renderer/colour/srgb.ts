/** A colour as one number, 0xrrggbb: sRGB, eight bits a channel. */
export type Rgb = number;

export const WHITE: Rgb = 0xffffff;
export const BLACK: Rgb = 0x000000;

/** The colour of `#rrggbb`. */
export function rgbOfHex(hex: string): Rgb {
  return Number.parseInt(hex.slice(1), 16);
}

/** `#rrggbb`, in lower case. */
export function hexOf(rgb: Rgb): string {
  return `#${rgb.toString(16).padStart(6, '0')}`;
}

/** The colour of three channels, 0 to 255, which are rounded and held in that range. */
export function rgbOf(red: number, green: number, blue: number): Rgb {
  return (byte(red) << 16) | (byte(green) << 8) | byte(blue);
}

/** The mixture of two colours in sRGB, as rasterisers blend the edge between them: `share` of the first. */
export function blend(first: Rgb, second: Rgb, share: number): Rgb {
  return rgbOf(
    blendChannel(first >> 16, second >> 16, share),
    blendChannel((first >> 8) & 0xff, (second >> 8) & 0xff, share),
    blendChannel(first & 0xff, second & 0xff, share),
  );
}

/** The light (0 to 1) of a channel (0 to 255): IEC 61966-2-1. */
export function linearOf(channel: number): number {
  return LINEAR[channel] ?? 0;
}

/** The channel (0 to 255, not rounded) of a light, which is held in 0 to 1. */
export function channelOf(linear: number): number {
  if (linear <= 0) return 0;
  if (linear >= 1) return 255;
  return 255 * (linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055);
}

const LINEAR = Float64Array.from({ length: 256 }, (_, channel) => {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

function blendChannel(first: number, second: number, share: number): number {
  return first * share + second * (1 - share);
}

function byte(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
