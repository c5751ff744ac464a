import { KIT_PARTS, type KitPart } from '@logomorph/contract/recipe/kit-parts.ts';
import { APP_FILES } from './apps.ts';
import { COMPAT_FILES } from './compat.ts';
import type { KitFile } from './kit-file.ts';
import { PUBLISHING_FILES } from './publishing.ts';
import { WEB_FILES, WEB_TEXTS } from './web.ts';

const README: KitFile = {
  kind: 'text',
  name: 'README.md',
  parts: KIT_PARTS,
  mediaType: 'text/markdown',
  text: 'readme',
  reason: 'Says of each file why it exists and where it goes.',
  place: 'Nowhere: it is for you.',
  rules: [],
};

/**
 * Every file that a kit can have, in the order they are made, but for those that close each kit: its report, its
 * checksums and its zip. Of two with one name the first is the better, and stands for both.
 */
const KIT_FILES: readonly KitFile[] = [
  ...WEB_FILES,
  ...PUBLISHING_FILES,
  ...COMPAT_FILES,
  ...APP_FILES,
  ...WEB_TEXTS,
  README,
];

/** The files of the parts of a kit, each once. */
export function filesOf(include: readonly KitPart[], logo: 'vector' | 'raster'): KitFile[] {
  const files = new Map<string, KitFile>();
  for (const file of KIT_FILES) {
    const isWanted = file.parts.some((part) => include.includes(part)) && (file.kind !== 'svg' || logo === 'vector');
    if (isWanted && !files.has(file.name)) files.set(file.name, file);
  }
  return [...files.values()];
}
