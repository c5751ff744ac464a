import type { ObjectStore } from './object-store.ts';

/** A part of an object store, in which all keys begin so; who uses it sees them without. */
export function prefixedStore(store: ObjectStore, prefix: string): ObjectStore {
  return {
    put: (key, ...rest) => store.put(prefix + key, ...rest),
    putStream: (key, ...rest) => store.putStream(prefix + key, ...rest),
    presignPut: (key, ...rest) => store.presignPut(prefix + key, ...rest),
    get: (key, part) => store.get(prefix + key, part),
    remove: (key) => store.remove(prefix + key),
    async *list(beginning) {
      for await (const page of store.list(prefix + beginning))
        yield page.map((object) => ({ ...object, key: object.key.slice(prefix.length) }));
    },
    removeListed: (objects) => store.removeListed(objects.map((object) => ({ ...object, key: prefix + object.key }))),
    check: () => store.check(),
    close: () => store.close(),
  };
}
