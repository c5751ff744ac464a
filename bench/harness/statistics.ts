/** The value that `share` of the values do not exceed, by the nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (value === undefined) throw new Error('There is no percentile of no values');
  return value;
}

/** The value in the middle, or between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (lower === undefined || upper === undefined) throw new Error('There is no median of no values');
  return (lower + upper) / 2;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** How much values grow from one to the next, by the line of least squares. */
export function slope(values: readonly number[]): number {
  const [middle, mean] = [(values.length - 1) / 2, sum(values) / values.length];
  const rise = sum(values.map((value, at) => (at - middle) * (value - mean)));
  return rise / sum(values.map((_, at) => (at - middle) ** 2));
}
