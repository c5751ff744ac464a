import { converter, formatHex } from 'culori';

/** Red, green and blue of sRGB, from 0 to 1. */
export type Rgb = readonly [number, number, number];

const toOklab = converter('oklab');

/** The colours from one to another by way of OKLab, where even steps look even, as `#rrggbb`. */
export function colourBetween(from: Rgb, to: Rgb): (t: number) => string {
  const [start, end] = [from, to].map(([r, g, b]) => toOklab({ mode: 'rgb', r, g, b }));
  return (t) => {
    // The ends are the colours themselves, without the rounding of a way there and back.
    if (t === 0 || t === 1 || !start || !end) return hex(t < 0.5 ? from : to);
    const mix = (p: number, q: number) => p + (q - p) * t;
    return formatHex({ mode: 'oklab', l: mix(start.l, end.l), a: mix(start.a, end.a), b: mix(start.b, end.b) });
  };
}

export function hex([r, g, b]: Rgb): string {
  return formatHex({ mode: 'rgb', r, g, b });
}
