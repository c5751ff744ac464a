import { COLOUR_TYPE, type PngHead, readPngHead } from '../../encode/png-file.ts';
import { isSameSize } from '../../geometry.ts';
import { exactInkBox } from '../../ink.ts';
import type { Raster } from '../../raster.ts';
import type { PictureFile } from '../catalogue/kit-file.ts';
import type { Painted } from '../painter.ts';
import { contrastShare } from './contrast-share.ts';
import type { Check, RuleId } from './rules.ts';

/** Chunks without which a picture cannot be shown, and pHYs, which says that pixels are square. */
const PLAIN_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'pHYs', 'IDAT', 'IEND']);
const LEAST_CONTRAST_SHARE = 0.33;
const MOST_SHAPE = 0.95;
const PLAY_BYTES = 1024 * 1024;

type Verdict = [measured: number | string, pass: boolean];

/** What a picture is made of: its file, what was encoded, and what the encoded bytes say. */
interface Evidence {
  file: PictureFile;
  painted: Painted;
  png: Buffer;
  head: PngHead;
}

/** Checks a picture: its bytes by what they say of themselves, its pixels as they were when they were encoded. */
export function checkPicture(file: PictureFile, painted: Painted, png: Buffer): Check[] {
  const evidence = { file, painted, png, head: readPngHead(png) };
  const rules: RuleId[] = ['picture-size', 'clean-srgb', ...file.rules];
  return rules.map((rule) => {
    const [measured, pass] = CHECKS[rule]?.(evidence) ?? ['not checked', false];
    return { rule, measured, pass };
  });
}

const CHECKS: Partial<Record<RuleId, (evidence: Evidence) => Verdict>> = {
  'picture-size': ({ file: { drawing }, head }) => [`${head.width} x ${head.height}`, isSameSize(head, drawing)],
  'clean-srgb': ({ head }) => {
    const kinds = [...new Set(head.chunks)];
    return [kinds.join(' '), kinds.every((kind) => PLAIN_CHUNKS.has(kind))];
  },
  contrast: ({ painted: { raster, ground } }) => {
    const share = ground === undefined ? 0 : contrastShare(raster, ground);
    return [rounded(share), share >= LEAST_CONTRAST_SHARE];
  },
  'apple-opaque': opaque,
  'maskable-opaque': opaque,
  'card-opaque': opaque,
  'apple-grey': ({ painted: { raster } }) => {
    const pass = isGrey(raster);
    return [pass ? 'grey' : 'coloured', pass];
  },
  'maskable-safe-zone': ({ painted: { reach = 1 } }) => [rounded(reach), reach >= 0.38 && reach <= 0.4],
  'adaptive-safe-zone': ({ painted: { reach = 1 } }) => [rounded(reach), reach >= 0.28 && reach <= 33 / 108],
  monochrome: ({ head: { palette } }) => {
    const colours = shownColours(palette);
    return [`${colours} ${colours === 1 ? 'colour' : 'colours'}`, colours === 1];
  },
  'monochrome-shape': ({ painted: { raster } }) => {
    const share = shapeShare(raster);
    return [rounded(share), share <= MOST_SHAPE];
  },
  'play-icon': ({ png, head }) => [
    `${bits(head)} bits, ${png.length} bytes`,
    bits(head) === 32 && png.length <= PLAY_BYTES,
  ],
  'play-feature': ({ head }) => [`${bits(head)} bits`, bits(head) === 24],
};

/** Told by the bytes: a PNG has alpha by its colour type, or by a tRNS chunk. */
function opaque({ head }: Evidence): Verdict {
  const isOpaque = head.colourType !== COLOUR_TYPE.rgba && !head.chunks.includes('tRNS');
  return [isOpaque ? 'opaque' : 'has alpha', isOpaque];
}

function bits({ depth, colourType }: PngHead): number {
  if (colourType === COLOUR_TYPE.rgba) return 4 * depth;
  return colourType === COLOUR_TYPE.rgb ? 3 * depth : depth;
}

/** How many colours, whatever their alpha, the palette of a PNG has; 0 when it has no palette. */
function shownColours({ colours, alphas }: PngHead['palette']): number {
  const shown = new Set<number>();
  for (let index = 0; index < colours.length / 3; index++) {
    if (alphas[index] !== 0) shown.add(colours.readUIntBE(index * 3, 3));
  }
  return shown.size;
}

function isGrey({ data }: Raster): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  }
  return true;
}

/** The share of the box around the ink that is opaque. */
function shapeShare(raster: Raster): number {
  const box = exactInkBox(raster);
  if (!box) return 1;
  let alpha = 0;
  for (let at = 3; at < raster.data.length; at += 4) alpha += raster.data[at] ?? 0;
  return alpha / 255 / (box.width * box.height);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
