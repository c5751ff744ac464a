import { encodeIco } from '@logomorph/worker/renderer/encode/ico.ts';
import { zip } from '@logomorph/worker/renderer/kit/zip.ts';
import sharp, { type Color, type Sharp } from 'sharp';
import type { Make } from '../harness/job.ts';

const CLEAR = '#00000000';
/** sharp's own defaults, which are also what the renderer gives full-colour pictures that are to be made fast. */
const PNG = { compressionLevel: 6, adaptiveFiltering: false };

/**
 * What the pictures of a modern kit cost at the least: each by one pipeline from the source, of the same size and
 * format. The logo is not trimmed, its ink not looked for, its lightness not mirrored for dark grounds, nothing is
 * sanitised, checked or reported on, and each opaque picture has the share of the side that suits a square logo.
 */
export async function open(): Promise<Make> {
  sharp.cache(false);
  sharp.concurrency(1);
  return async ({ sources: [source] }) => {
    if (!source) return [];
    const { bytes, format } = source;
    const favicons: { side: number; png: Buffer }[] = [];
    for (const side of [16, 32, 48]) favicons.push({ side, png: await icon(bytes, side, side).toBuffer() });
    const files = [
      { name: 'favicon.ico', mediaType: 'image/x-icon', bytes: encodeIco(favicons) },
      ...(format === 'svg' ? [{ name: 'icon.svg', mediaType: 'image/svg+xml', bytes }] : []),
      await picture('apple-touch-icon.png', icon(bytes, 180, 144, '#ffffff')),
      await picture('icon-192.png', icon(bytes, 192, 192)),
      await picture('icon-512.png', icon(bytes, 512, 512)),
      await picture('icon-maskable-512.png', icon(bytes, 512, 290, '#ffffff')),
      await picture('icon-monochrome-512.png', icon(bytes, 512, 512).linear([0, 0, 0, 1], [0, 0, 0, 0])),
      await picture('social-card.png', card(bytes)),
    ];
    return [...files, { name: 'kit.zip', bytes: zip(files) }];
  };
}

async function picture(name: string, drawn: Sharp) {
  return { name, mediaType: 'image/png', bytes: await drawn.toBuffer() };
}

function icon(bytes: Buffer, side: number, ink: number, background: Color = CLEAR): Sharp {
  return framed(bytes, { width: side, height: side }, { width: ink, height: ink }, background);
}

function card(bytes: Buffer): Sharp {
  return framed(bytes, { width: 1200, height: 630 }, { width: 600, height: 378 }, '#ffffff');
}

interface Size {
  width: number;
  height: number;
}

function framed(bytes: Buffer, size: Size, ink: Size, background: Color): Sharp {
  const [x, y] = [(size.width - ink.width) / 2, (size.height - ink.height) / 2];
  const picture = sharp(bytes)
    .resize(ink.width, ink.height, { fit: 'contain', background: CLEAR })
    .ensureAlpha()
    .extend({ left: Math.floor(x), right: Math.ceil(x), top: Math.floor(y), bottom: Math.ceil(y), background: CLEAR });
  return (background === CLEAR ? picture : picture.flatten({ background })).png(PNG);
}
