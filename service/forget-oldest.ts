/** Takes out what a map or a set has had longest, when it has more than `max` entries. */
export function forgetOldest(entries: Map<string, unknown> | Set<string>, max: number): void {
  const [oldest] = entries.keys();
  if (entries.size > max && oldest !== undefined) entries.delete(oldest);
}
