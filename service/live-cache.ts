import { forgetOldest } from './forget-oldest.ts';

/**
 * How long what was read of a credential is believed, in milliseconds. A revoked key is to stop within 5 s on every replica: the
 * rest of them is for the time that reading takes, and for streams, which look at theirs now and then.
 */
export const MAX_AGE = 4000;

/** How many live credentials are remembered; apart from them, so that garbage cannot push them out, how many that are none. */
const MAX_KNOWN = 10_000;
export const MAX_UNKNOWN = 1000;

/** What may be remembered: what lets somebody in until it ends. */
interface Mortal {
  /** Milliseconds that were left of it when it was read. */
  msLeft: number;
}

/** Live credentials by their names, as the database had them a moment ago. */
export interface LiveCache<Value extends Mortal> {
  /**
   * What is of that name, if it is live: as it was at most `MAX_AGE` ago. At once when it is known; rejects when it is not
   * known and cannot be read.
   */
  find(name: string): Value | undefined | Promise<Value | undefined>;
  /** Makes this process read one anew when it is next asked for: it has just changed it. */
  forget(name: string): void;
}

interface Entry<Value> {
  value: Value | undefined;
  until: number;
}

/**
 * Remembers credentials for a while, and reads one but once however many ask for it at a time.
 *
 * @param now a clock in milliseconds that never goes back
 */
export function createLiveCache<Value extends Mortal>(
  read: (name: string) => Promise<Value | undefined>,
  now: () => number,
): LiveCache<Value> {
  const known = new Map<string, Entry<Value>>();
  const unknown = new Map<string, Entry<Value>>();
  const reading = new Map<string, Promise<Entry<Value>>>();

  const readNow = async (name: string): Promise<Entry<Value>> => {
    // Counted from before it is read: a change meanwhile may or may not be in the answer.
    const asked = now();
    const value = await read(name);
    return { value, until: asked + Math.min(MAX_AGE, value?.msLeft ?? MAX_AGE) };
  };

  const keep = (name: string, entry: Entry<Value>) => {
    known.delete(name);
    unknown.delete(name);
    const [entries, max] = entry.value === undefined ? [unknown, MAX_UNKNOWN] : [known, MAX_KNOWN];
    entries.set(name, entry);
    forgetOldest(entries, max);
  };

  const readAndKeep = async (name: string) => {
    const underWay = readNow(name);
    reading.set(name, underWay);
    const isWanted = () => reading.get(name) === underWay;
    try {
      const entry = await underWay;
      if (isWanted()) keep(name, entry);
      return entry.value;
    } finally {
      if (isWanted()) reading.delete(name);
    }
  };

  const find = (name: string) => {
    const kept = known.get(name) ?? unknown.get(name);
    if (kept !== undefined && now() < kept.until) return kept.value;
    const underWay = reading.get(name);
    return underWay === undefined ? readAndKeep(name) : share(name, underWay);
  };

  /** Of a slow reading that others began the answer may be too old by the time it is here. */
  const share = async (name: string, underWay: Promise<Entry<Value>>): Promise<Value | undefined> => {
    const shared = await underWay;
    return now() < shared.until ? shared.value : find(name);
  };

  return {
    find,
    forget(name) {
      known.delete(name);
      unknown.delete(name);
      reading.delete(name);
    },
  };
}
