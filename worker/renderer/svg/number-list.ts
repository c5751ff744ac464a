/** The numbers of a list apart by white space or commas (SVG 2 § 4.2); NaN for what is none, and one 0 for an empty list. */
export function numbersIn(text: string | undefined): number[] {
  return (text ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
}
