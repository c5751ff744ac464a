import type { Logger } from 'pino';
import type { ObjectStoreConfig } from '../config.ts';
import { objectPrefixOf } from '../store-namespace.ts';
import { folderStore } from './folder-store.ts';
import type { ObjectStore } from './object-store.ts';
import { prefixedStore } from './prefixed-store.ts';
import { s3Store } from './s3-store.ts';

/** The object store that the configuration chooses, or the part of it that a namespace has. */
export function createObjectStore(config: ObjectStoreConfig, logger: Logger, namespace?: string): ObjectStore {
  const store = config.kind === 'folder' ? folderStore(config.folder) : s3Store(config, logger);
  return namespace === undefined ? store : prefixedStore(store, objectPrefixOf(namespace));
}
