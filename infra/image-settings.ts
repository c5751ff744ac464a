import { IMAGE_SOURCES, type KeyOf } from './setting-keys.ts';
import type { SettingReader } from './setting-reader.ts';
import type { Settings } from './settings.ts';

/** Images that someone else built, or the repository that images built here are pushed to. */
export type ImageSettings =
  | { source: 'pinned'; service: string; worker: string }
  | { source: 'build'; repository: string };

/** Reads which images our two programs run. */
export function readImages(read: SettingReader, environment: Settings['environment']): ImageSettings {
  if (read.choice('imageSource', IMAGE_SOURCES) === 'build') {
    const repository = read.requiredText('imageRepository', 'built images are pushed there');
    return { source: 'build', repository };
  }
  const pinned = (key: 'serviceImage' | 'workerImage') => {
    read.requiredText(key, 'imageSource is "pinned"');
    return readImage(read, key, environment);
  };
  return { source: 'pinned', service: pinned('serviceImage'), worker: pinned('workerImage') };
}

/** Reads a reference of an image, which names its digest where others depend on what runs. */
export function readImage(read: SettingReader, key: KeyOf<'text'>, environment: Settings['environment']): string {
  const image = read.text(key);
  if (image !== '' && (environment === 'staging' || environment === 'prod') && !/@sha256:[0-9a-f]{64}$/.test(image))
    read.refuse(key, `must name its digest (…@sha256:…) in ${environment}, and is "${image}"`);
  return image;
}
