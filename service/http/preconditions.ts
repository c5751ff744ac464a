import type { IncomingHttpHeaders } from 'node:http';
import { readHttpDate } from './http-date.ts';

/** What a cache tells two versions of a file apart by. */
interface Validators {
  /** Strong and in its quotes: equal tags mean equal bytes (RFC 9110, 8.8.3). */
  etag: string;
  /** Undefined of a file that may still become another. */
  lastModified: Date | undefined;
}

/**
 * What the preconditions of a read come to, in the order of RFC 9110, 13.2.2: go on; the client has it, under the tag
 * that it named; or what it wants is not what there is.
 */
export function checkPreconditions(
  headers: IncomingHttpHeaders,
  { etag, lastModified }: Validators,
): { outcome: 'go-on' | 'failed' } | { outcome: 'not-modified'; etag: string } {
  const { 'if-match': wanted, 'if-none-match': known } = headers;
  if (wanted !== undefined) {
    const tags = tagsOf(wanted);
    if (!tags.includes('*') && !tags.includes(etag)) return { outcome: 'failed' };
  } else if (isAfter(lastModified, headers['if-unmodified-since'])) {
    return { outcome: 'failed' };
  }
  if (known !== undefined) {
    const tags = tagsOf(known);
    const tag = tags.includes('*') ? etag : tags.find((one) => one.replace(/^W\//, '') === etag);
    return tag === undefined ? { outcome: 'go-on' } : { outcome: 'not-modified', etag: tag };
  }
  const since = dateOf(headers['if-modified-since']);
  if (since === undefined || lastModified === undefined || isAfter(lastModified, headers['if-modified-since'])) {
    return { outcome: 'go-on' };
  }
  return { outcome: 'not-modified', etag };
}

/** Whether a range may be taken of the file, by `If-Range` (RFC 9110, 13.1.5): only of the very same bytes. */
export function isSameForRange(header: string | undefined, { etag, lastModified }: Validators): boolean {
  if (header === undefined || header === etag) return true;
  const date = dateOf(header);
  return date !== undefined && lastModified !== undefined && wholeSeconds(lastModified) === wholeSeconds(date);
}

function tagsOf(header: string): string[] {
  return header.trim() === '*' ? ['*'] : (header.match(/(?:W\/)?"[^"]*"/g) ?? []);
}

function isAfter(lastModified: Date | undefined, header: string | undefined): boolean {
  const date = dateOf(header);
  return date !== undefined && lastModified !== undefined && wholeSeconds(lastModified) > wholeSeconds(date);
}

/** Undefined of what is no date, which is as if it were not there. */
function dateOf(header: string | undefined): Date | undefined {
  return header === undefined ? undefined : readHttpDate(header, new Date());
}

/** HTTP tells dates to the second. */
function wholeSeconds(date: Date): number {
  return Math.floor(date.valueOf() / 1000);
}
