/** How many bytes of logos a worker keeps. */
const KEPT_BYTES = 16 * 1024 * 1024;

/** The bytes of logos that were rendered last: a kit and its variants, or the renders of a batch, are often of one logo. */
export interface SourceMemory {
  /** The bytes with this SHA-256, which are read where they are not kept. Reads that come together are not one. */
  of(sha256: string, read: () => Promise<Buffer>): Promise<Buffer>;
}

/** Keeps those that were asked for last, as many as have room. */
export function sourceMemory(keptBytes: number = KEPT_BYTES): SourceMemory {
  const kept = new Map<string, Buffer>();
  let total = 0;
  const forget = (sha256: string, bytes: Buffer) => {
    if (kept.delete(sha256)) total -= bytes.length;
  };
  return {
    async of(sha256, read) {
      const bytes = kept.get(sha256) ?? (await read());
      forget(sha256, bytes);
      kept.set(sha256, bytes);
      total += bytes.length;
      for (const [oldest, others] of kept) {
        if (total <= keptBytes) break;
        forget(oldest, others);
      }
      return bytes;
    },
  };
}
