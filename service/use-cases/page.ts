/** Which part of a list is wanted. */
export interface PageRequest {
  limit: number;
  cursor: string | undefined;
}

/** Makes a page of up to `limit + 1` items that were read: the one too many says that there is more. */
export function toPage<T extends { id: string }>(read: T[], limit: number): { items: T[]; nextCursor?: string } {
  const items = read.slice(0, limit);
  const last = items.at(-1);
  return read.length > limit && last !== undefined ? { items, nextCursor: last.id } : { items };
}
