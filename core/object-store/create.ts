import type { ObjectStoreConfig } from '../config.ts';
import { folderStore } from './folder-store.ts';
import type { ObjectStore } from './object-store.ts';
import { s3Store } from './s3-store.ts';

/** The object store that the configuration chooses. */
export function createObjectStore(config: ObjectStoreConfig): ObjectStore {
  return config.kind === 'folder' ? folderStore(config.folder) : s3Store(config);
}
