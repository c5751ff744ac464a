/** A part of a file, by its first and its last byte, counted from 0. */
interface ByteRange {
  first: number;
  last: number;
}

/**
 * The part of a file that a `Range` header asks for (RFC 9110, 14.1.2), or that there is none of it. Undefined, which
 * stands for the whole file, when the header cannot be read, and when it asks for several parts, as 14.2 allows.
 */
export function readByteRange(header: string, bytes: number): ByteRange | 'unsatisfiable' | undefined {
  const [, from, to] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header) ?? [];
  if (from === undefined || to === undefined || from + to === '') return undefined;
  if (from === '') {
    const length = Math.min(Number(to), bytes);
    return length === 0 ? 'unsatisfiable' : { first: bytes - length, last: bytes - 1 };
  }
  const first = Number(from);
  const last = to === '' ? bytes - 1 : Number(to);
  if (to !== '' && last < first) return undefined;
  return first >= bytes ? 'unsatisfiable' : { first, last: Math.min(last, bytes - 1) };
}
