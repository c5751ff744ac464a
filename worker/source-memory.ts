/** How many bytes of logos a worker keeps, and for how many seconds after they were asked for: they may be erased meanwhile. */
const KEPT_BYTES = 16 * 1024 * 1024;
const KEPT_SECONDS = 600;

/** The bytes of logos that were rendered last: a kit and its variants, or the renders of a batch, are often of one logo. */
export interface SourceMemory {
  /** The bytes with this SHA-256, which are read where they are not kept. Reads that come together are not one. */
  of(sha256: string, read: () => Promise<Buffer>): Promise<Buffer>;
}

/** Keeps those that were asked for last, as many as have room. */
export function sourceMemory(keptBytes: number = KEPT_BYTES): SourceMemory {
  const kept = new Map<string, { bytes: Buffer; timer: NodeJS.Timeout }>();
  let total = 0;
  const forget = (sha256: string) => {
    const { bytes, timer } = kept.get(sha256) ?? {};
    clearTimeout(timer);
    if (kept.delete(sha256)) total -= bytes?.length ?? 0;
  };
  return {
    async of(sha256, read) {
      const bytes = kept.get(sha256)?.bytes ?? (await read());
      forget(sha256);
      kept.set(sha256, { bytes, timer: setTimeout(forget, KEPT_SECONDS * 1000, sha256).unref() });
      total += bytes.length;
      for (const oldest of kept.keys()) {
        if (total <= keptBytes) break;
        forget(oldest);
      }
      return bytes;
    },
  };
}
