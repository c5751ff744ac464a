import type { Readable } from 'node:stream';

/** An object, or a part of one, as it is read: its size in bytes, and its bytes as a stream. */
export interface StoredObject {
  bytes: number;
  stream: Readable;
}

/** A part of an object, by its first and its last byte, counted from 0. */
export interface ObjectPart {
  first: number;
  last: number;
}

/** Where bytes are kept, by key. A key is a path of safe characters; its bytes never change. */
export interface ObjectStore {
  /** Stores bytes whole or not at all. Storing a key again with the same bytes changes nothing. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /**
   * Reads an object, or a part of it that lies inside it: no more than that is read.
   * @throws ObjectNotFound when nothing is stored under the key
   */
  get(key: string, part?: ObjectPart): Promise<StoredObject>;
  /** Removes an object. There may be none. */
  remove(key: string): Promise<void>;
  /** Rejects when the store cannot be reached or written. */
  check(): Promise<void>;
  close(): void;
}

export class ObjectNotFound extends Error {
  constructor(key: string) {
    super(`no object under ${key}`);
    this.name = 'ObjectNotFound';
  }
}
