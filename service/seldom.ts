/**
 * For what shall not be said each time: gives whether it may be said now, which is once in so many milliseconds.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function seldom(milliseconds: number, now: () => number): () => boolean {
  let from = Number.NEGATIVE_INFINITY;
  return () => {
    if (now() < from) return false;
    from = now() + milliseconds;
    return true;
  };
}
