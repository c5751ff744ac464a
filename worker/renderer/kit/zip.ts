import { type Zippable, zipSync } from 'fflate';
import type { RenderedFile } from '../rendered-file.ts';

/**
 * The first day a zip can name. Zips hold local time, and fflate reads a date's local parts, so a date made of local
 * parts is the same bytes in every time zone.
 */
const MODIFIED = new Date(1980, 0, 1, 12);

/** A zip of files in their order; the same files give the same bytes, whenever and wherever. */
export function zip(files: readonly RenderedFile[]): Buffer {
  const entries: Zippable = {};
  for (const { name, mediaType, bytes } of files) {
    // Pictures are deflated already.
    const level = ['image/png', 'image/x-icon', 'image/x-icns'].includes(mediaType) ? 0 : 9;
    entries[name] = [bytes, { level, mtime: MODIFIED, os: 3 }];
  }
  const { buffer, byteOffset, length } = zipSync(entries);
  return Buffer.from(buffer, byteOffset, length);
}
