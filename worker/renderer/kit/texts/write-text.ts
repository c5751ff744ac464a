import type { TextName } from '../catalogue/kit-file.ts';
import { adaptiveBackground, adaptiveIcon, appIconSet } from './apps.ts';
import type { KitText } from './kit-text.ts';
import { browserConfig, yandexManifest } from './older-browsers.ts';
import { readme } from './readme.ts';
import { snippet } from './snippet.ts';
import { compatManifest, webManifest } from './web-manifest.ts';

/** How each text of a kit is written. */
export const WRITE_TEXT: Readonly<Record<TextName, (kit: KitText) => string>> = {
  webManifest,
  compatManifest,
  browserConfig,
  yandexManifest,
  snippet,
  appIconSet,
  adaptiveIcon,
  adaptiveBackground,
  readme,
};
