/** A length of a recipe: so many pixels, or a share (0 to 1) of a side. One of them is 0. */
export interface Length {
  pixels: number;
  share: number;
}

/** Reads a length, e.g. `12px` or `8.5%`. */
export function lengthOf(text: string): Length {
  const value = Number.parseFloat(text);
  return text.endsWith('%') ? { pixels: 0, share: value / 100 } : { pixels: value, share: 0 };
}
