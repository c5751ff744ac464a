import { forgetOldest } from './forget-oldest.ts';
import type { LiveKey } from './use-cases/authentication.ts';

/**
 * How long what was read of a key is believed, in milliseconds. A revoked key is to stop within 5 s on every replica: the
 * rest of them is for the time that reading takes, and for streams, which look at their key now and then.
 */
export const MAX_AGE = 4000;

/** How many keys are remembered; apart from them, so that garbage cannot push them out, how many that are none. */
export const MAX_KNOWN = 10_000;
export const MAX_UNKNOWN = 1000;

/** Live API keys by their prefixes, as the database had them a moment ago. */
export interface KeyCache {
  /**
   * The key of that prefix, if it is live: as it was at most `MAX_AGE` ago. Rejects when it is not known
   * and cannot be read.
   */
  find(prefix: string): Promise<LiveKey | undefined>;
  /** Makes this process read a key anew when it is next asked for: it has just changed it. */
  forget(prefix: string): void;
}

interface Entry {
  key: LiveKey | undefined;
  until: number;
}

/**
 * Remembers keys for a while, and reads one but once however many ask for it at a time.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function createKeyCache(read: (prefix: string) => Promise<LiveKey | undefined>, now: () => number): KeyCache {
  const known = new Map<string, Entry>();
  const unknown = new Map<string, Entry>();
  const reading = new Map<string, Promise<Entry>>();

  const readNow = async (prefix: string): Promise<Entry> => {
    // Counted from before it is read: a change meanwhile may or may not be in the answer.
    const asked = now();
    const key = await read(prefix);
    return { key, until: asked + Math.min(MAX_AGE, key?.msLeft ?? MAX_AGE) };
  };

  const keep = (prefix: string, entry: Entry) => {
    known.delete(prefix);
    unknown.delete(prefix);
    const [entries, max] = entry.key === undefined ? [unknown, MAX_UNKNOWN] : [known, MAX_KNOWN];
    entries.set(prefix, entry);
    forgetOldest(entries, max);
  };

  const readAndKeep = async (prefix: string) => {
    const underWay = readNow(prefix);
    reading.set(prefix, underWay);
    const isWanted = () => reading.get(prefix) === underWay;
    try {
      const entry = await underWay;
      if (isWanted()) keep(prefix, entry);
      return entry.key;
    } finally {
      if (isWanted()) reading.delete(prefix);
    }
  };

  return {
    async find(prefix) {
      for (;;) {
        const kept = known.get(prefix) ?? unknown.get(prefix);
        if (kept !== undefined && now() < kept.until) return kept.key;
        const underWay = reading.get(prefix);
        if (underWay === undefined) return readAndKeep(prefix);
        // Of a slow reading that others began the answer may be too old by the time it is here.
        const shared = await underWay;
        if (now() < shared.until) return shared.key;
      }
    },
    forget(prefix) {
      known.delete(prefix);
      unknown.delete(prefix);
      reading.delete(prefix);
    },
  };
}
