import { sha256 } from '@logomorph/core/sha256.ts';
import type { RenderedFile } from '../../rendered-file.ts';

/** `SHA256SUMS`, as `sha256sum -c` reads it. */
export function checksums(files: readonly RenderedFile[]): string {
  return files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('');
}
