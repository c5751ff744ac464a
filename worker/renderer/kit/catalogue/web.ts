import { drawing, onGround, square } from './drawings.ts';
import type { KitFile } from './kit-file.ts';

/** iOS rounds the corners off, so the ink keeps a tenth of the side away from each edge. */
const APPLE_INK = 144;

const AT_ROOT = 'At the root of the site.';
const BESIDE_MANIFEST = 'Beside site.webmanifest, which names it.';

/** What a site needs today. */
export const WEB_FILES: readonly KitFile[] = [
  {
    kind: 'ico',
    name: 'favicon.ico',
    parts: ['modern', 'favicon'],
    sides: [16, 32, 48],
    trimmed: true,
    reason: 'Browsers ask for this name without being told, and so do feed readers, crawlers and Windows shortcuts.',
    place: AT_ROOT,
    // `sizes` keeps Chrome from choosing it over the SVG.
    tag: '<link rel="icon" href="/favicon.ico" sizes="32x32">',
  },
  {
    kind: 'svg',
    name: 'icon.svg',
    parts: ['modern', 'favicon'],
    reason: 'Sharp at every size, and lighter in browsers with a dark colour scheme.',
    place: AT_ROOT,
    tag: '<link rel="icon" href="/icon.svg" type="image/svg+xml">',
  },
  {
    kind: 'png',
    name: 'apple-touch-icon.png',
    parts: ['modern', 'apple-touch'],
    drawing: onGround(square(180), square(APPLE_INK)),
    reason: 'What iOS and iPadOS put on the home screen; one size is scaled for all devices.',
    place: AT_ROOT,
    rules: ['apple-opaque', 'contrast'],
    tag: '<link rel="apple-touch-icon" href="/apple-touch-icon.png">',
  },
  {
    kind: 'png',
    name: 'icon-192.png',
    parts: ['modern', 'pwa'],
    drawing: drawing(square(192)),
    reason: 'Chrome wants 192 pixels before it offers to install a site.',
    place: BESIDE_MANIFEST,
    rules: [],
    manifest: { in: 'site.webmanifest', purpose: 'any' },
  },
  {
    kind: 'png',
    name: 'icon-512.png',
    parts: ['modern', 'pwa'],
    drawing: drawing(square(512)),
    reason: 'Splash screens and stores of installed sites; scaled down for all sizes between.',
    place: BESIDE_MANIFEST,
    rules: [],
    manifest: { in: 'site.webmanifest', purpose: 'any' },
  },
  {
    kind: 'png',
    name: 'icon-maskable-512.png',
    parts: ['modern', 'pwa'],
    drawing: onGround(square(512), 'maskable'),
    reason: 'Android cuts it to a circle, a square or a drop; no ink is cut off, whichever it is.',
    place: BESIDE_MANIFEST,
    rules: ['maskable-safe-zone', 'maskable-opaque', 'contrast'],
    manifest: { in: 'site.webmanifest', purpose: 'maskable' },
  },
  {
    kind: 'png',
    name: 'icon-monochrome-512.png',
    parts: ['modern', 'pwa'],
    drawing: drawing(square(512), { art: 'shape' }),
    reason: 'Its shape alone counts: systems fill it with a colour of the theme.',
    place: BESIDE_MANIFEST,
    rules: ['monochrome', 'monochrome-shape'],
    manifest: { in: 'site.webmanifest', purpose: 'monochrome' },
  },
];

/** The texts of a site. They come after all that they name. */
export const WEB_TEXTS: readonly KitFile[] = [
  {
    kind: 'text',
    name: 'site.webmanifest',
    parts: ['modern', 'pwa'],
    mediaType: 'application/manifest+json',
    text: 'webManifest',
    reason: 'Tells browsers the name, the colours and the icons of a site that is installed.',
    place: 'At the root of the site. Change its start_url if the site starts elsewhere.',
    rules: ['manifest-icons'],
    tag: '<link rel="manifest" href="/site.webmanifest">',
  },
  {
    kind: 'text',
    name: 'manifest.webmanifest',
    parts: ['compat'],
    mediaType: 'application/manifest+json',
    text: 'compatManifest',
    reason: 'The web manifest under the name that older generators give it.',
    place: AT_ROOT,
    rules: ['manifest-icons'],
    tag: '<link rel="manifest" href="/manifest.webmanifest">',
  },
  {
    kind: 'text',
    name: 'browserconfig.xml',
    parts: ['compat'],
    mediaType: 'application/xml',
    text: 'browserConfig',
    reason: 'The tiles of the start menu of Windows 8 and 10, as Internet Explorer and the first Edge pin them.',
    place: AT_ROOT,
    rules: ['names-files'],
    tag: '<meta name="msapplication-config" content="/browserconfig.xml">',
  },
  {
    kind: 'text',
    name: 'yandex-browser-manifest.json',
    parts: ['compat'],
    mediaType: 'application/json',
    text: 'yandexManifest',
    reason: 'The widget on the start page of Yandex Browser.',
    place: AT_ROOT,
    rules: ['names-files'],
    tag: '<link rel="yandex-tableau-widget" href="/yandex-browser-manifest.json">',
  },
  {
    kind: 'text',
    name: 'snippet.html',
    parts: ['modern', 'compat', 'favicon', 'apple-touch', 'pwa', 'social'],
    mediaType: 'text/html',
    text: 'snippet',
    reason: 'The tags that make browsers find the files of this kit.',
    place: 'Its lines go into the head of every page.',
    rules: ['names-files'],
  },
];
