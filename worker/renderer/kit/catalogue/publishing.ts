import type { KitPart } from '@logomorph/contract/recipe/kit-parts.ts';
import type { Size } from '../../geometry.ts';
import { onGround, square } from './drawings.ts';
import type { KitFile, PictureFile } from './kit-file.ts';

/** Networks crop cards to other shapes, down to the middle square; the ink stays inside it. */
const CARD_INK: Size = { width: 600, height: 378 };

/** Pictures that others show: social networks, mail, stores of apps. */
export const PUBLISHING_FILES: readonly KitFile[] = [
  card('social-card.png', { width: 1200, height: 630 }, ['modern', 'social'], {
    reason: 'What chats and networks show beside a link (Open Graph).',
    place: 'At the root of the site; the tag of every page is <meta property="og:image" content="its whole address">.',
  }),
  card('social-card-x.png', { width: 1200, height: 600 }, ['social'], {
    reason: 'X shows a large card two to one.',
    place: 'At the root of the site; the tag is <meta name="twitter:image" content="its whole address">.',
  }),
  card('social-card-linkedin.png', { width: 1200, height: 627 }, ['social'], {
    reason: 'The shape that LinkedIn shows links and posts in.',
    place: 'Uploaded with a post, or og:image of pages that are shared there.',
  }),
  picture('social-square.png', ['social'], onGround(square(1200), square(720)), {
    reason: 'Profiles and posts of networks that are square; a circle cuts no ink off.',
    place: 'Uploaded to a profile.',
    rules: ['contrast'],
  }),
  picture('email-header.png', ['email'], onGround({ width: 600, height: 150 }, { width: 480, height: 90 }), {
    reason: 'The head of a mail. It is opaque, because dark mail programs change what is behind.',
    place: 'Served from your site: <img src="its whole address" width="600" alt="your name">.',
    rules: ['contrast'],
  }),
  picture('email-header@2x.png', ['email'], onGround({ width: 1200, height: 300 }, { width: 960, height: 180 }), {
    reason: 'The same for dense screens.',
    place: 'In place of email-header.png, with the same width of 600.',
    rules: ['contrast'],
  }),
  picture('app-store-1024.png', ['store'], onGround(square(1024), square(660), { pixels: 'rgb' }), {
    reason: 'The icon in the App Store.',
    place: 'Uploaded to App Store Connect, if the app does not bring it.',
    rules: ['apple-opaque', 'contrast'],
  }),
  picture('google-play-512.png', ['store'], onGround(square(512), square(330), { pixels: 'rgba' }), {
    reason: 'The icon in Google Play, which rounds its corners and puts a shadow behind.',
    place: 'Uploaded to the Play Console, as the icon of the app.',
    rules: ['play-icon', 'contrast'],
  }),
  picture(
    'google-play-feature-1024x500.png',
    ['store'],
    onGround({ width: 1024, height: 500 }, { width: 512, height: 250 }, { pixels: 'rgb' }),
    {
      reason: 'The picture at the head of the page in Google Play.',
      place: 'Uploaded to the Play Console, as the feature graphic.',
      rules: ['play-feature', 'contrast'],
    },
  ),
];

function card(name: string, size: Size, parts: readonly KitPart[], fields: Pick<KitFile, 'reason' | 'place'>): KitFile {
  return picture(name, parts, onGround(size, CARD_INK), { ...fields, rules: ['card-opaque', 'contrast'] });
}

function picture(
  name: string,
  parts: readonly KitPart[],
  drawing: ReturnType<typeof onGround>,
  fields: Pick<PictureFile, 'reason' | 'place' | 'rules'>,
): PictureFile {
  return { kind: 'png', name, parts, drawing, ...fields };
}
