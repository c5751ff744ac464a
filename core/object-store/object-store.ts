import type { Readable } from 'node:stream';

/** An object, or a part of one, as it is read: its size in bytes, and its bytes as a stream. */
interface StoredObject {
  bytes: number;
  stream: Readable;
}

/** A part of an object, by its first and its last byte, counted from 0. */
interface ObjectPart {
  first: number;
  last: number;
}

/** What an object will have: its size, and its SHA-256 in lower-case hex. */
export interface AnnouncedBytes {
  bytes: number;
  sha256: string;
}

/** Where a client may `PUT` an object, with the headers that it must send. */
interface PresignedPut {
  url: string;
  headers: Record<string, string>;
}

/** An object in a list of the store; where the store keeps versions, one of those, or a mark that says it was deleted. */
export interface ListedObject {
  key: string;
  version: string | undefined;
  bytes: number;
}

/** Where bytes are kept, by key. A key is a path of safe characters; its bytes never change. */
export interface ObjectStore {
  /** Stores bytes whole or not at all. Storing a key again with the same bytes changes nothing. */
  put(key: string, bytes: Uint8Array, mediaType: string): Promise<void>;
  /** The same with a stream, which gives the announced bytes or fails: then nothing is stored. */
  putStream(key: string, stream: Readable, announced: AnnouncedBytes): Promise<void>;
  /**
   * An address at which a client puts an object into the store by itself: these bytes and no others, for so many seconds.
   * Undefined when clients cannot reach the store.
   */
  presignPut(key: string, announced: AnnouncedBytes, seconds: number): Promise<PresignedPut | undefined>;
  /**
   * Reads an object, or a part of it that lies inside it: no more than that is read.
   * @throws ObjectNotFound when nothing is stored under the key
   */
  get(key: string, part?: ObjectPart): Promise<StoredObject>;
  /** Removes an object. There may be none. */
  remove(key: string): Promise<void>;
  /**
   * All objects whose keys begin so, by pages, with what there is besides: older versions, and pieces of writes that broke off.
   * What is removed or stored meanwhile may be in it or not.
   */
  list(prefix: string): AsyncIterable<ListedObject[]>;
  /** Removes what was listed for good, where `remove` leaves older versions in a bucket that keeps them. */
  removeListed(objects: readonly ListedObject[]): Promise<void>;
  /** Rejects when the store cannot be reached or written, but not when it only asks to be asked less. */
  check(): Promise<void>;
  close(): void;
}

export class ObjectNotFound extends Error {
  constructor(key: string) {
    super(`no object under ${key}`);
    this.name = 'ObjectNotFound';
  }
}
