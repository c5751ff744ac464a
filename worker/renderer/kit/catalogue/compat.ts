import type { Size } from '../../geometry.ts';
import { square, untrimmed } from './drawings.ts';
import type { KitFile, PictureFile } from './kit-file.ts';
import { startupImages } from './startup-images.ts';

const FAVICON_SIDES = [16, 32, 48];
const ANDROID_SIDES = [36, 48, 72, 96, 144, 192, 256, 384, 512];
const APPLE_SIDES = [57, 60, 72, 76, 114, 120, 144, 152, 167, 180, 1024];
const TILES: Size[] = [square(70), square(144), square(150), { width: 310, height: 150 }, square(310)];

const OLD_GENERATORS = 'Kept for sites whose pages name it already, as older generators wrote them.';

/**
 * Every picture that the npm package favicons 7 makes unless told otherwise: the same names and sizes. Like there, the
 * logo keeps the margins it came with, so that a site may change generators and look the same.
 */
export const COMPAT_FILES: readonly KitFile[] = [
  {
    kind: 'ico',
    name: 'favicon.ico',
    parts: ['compat'],
    sides: [16, 24, 32, 48, 64],
    trimmed: false,
    reason: 'Browsers ask for this name without being told.',
    place: 'At the root of the site.',
    tag: '<link rel="icon" type="image/x-icon" href="/favicon.ico">',
  },
  ...FAVICON_SIDES.map((side) =>
    transparent(`favicon-${side}x${side}.png`, square(side), {
      tag: `<link rel="icon" type="image/png" sizes="${side}x${side}" href="/favicon-${side}x${side}.png">`,
    }),
  ),
  ...ANDROID_SIDES.map((side) =>
    transparent(`android-chrome-${side}x${side}.png`, square(side), {
      manifest: { in: 'manifest.webmanifest', purpose: 'any' },
    }),
  ),
  ...APPLE_SIDES.map((side) =>
    opaque(`apple-touch-icon-${side}x${side}.png`, square(side), {
      tag: `<link rel="apple-touch-icon" sizes="${side}x${side}" href="/apple-touch-icon-${side}x${side}.png">`,
    }),
  ),
  opaque('apple-touch-icon.png', square(180), {}),
  opaque('apple-touch-icon-precomposed.png', square(180), {}),
  ...startupImages().map(({ name, size, tag }) => opaque(name, size, { tag })),
  ...TILES.map((size) =>
    transparent(`mstile-${size.width}x${size.height}.png`, size, {
      ...(size.width === 144 && { tag: '<meta name="msapplication-TileImage" content="/mstile-144x144.png">' }),
    }),
  ),
  transparent('yandex-browser-50x50.png', square(50), {}),
];

function transparent(name: string, size: Size, fields: Pick<KitFile, 'tag' | 'manifest'>): PictureFile {
  return { ...older(name), kind: 'png', drawing: untrimmed(size), rules: [], ...fields };
}

function opaque(name: string, size: Size, fields: Pick<KitFile, 'tag'>): PictureFile {
  return { ...older(name), kind: 'png', drawing: untrimmed(size, 'background'), rules: ['apple-opaque'], ...fields };
}

function older(name: string) {
  return { name, parts: ['compat'], reason: OLD_GENERATORS, place: 'At the root of the site.' } as const;
}
