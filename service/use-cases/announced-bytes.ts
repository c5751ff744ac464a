import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ProblemError } from '@logomorph/contract/problem.ts';
import type { AnnouncedBytes } from '@logomorph/core/object-store/object-store.ts';

/**
 * A stream of the announced bytes, from one that may have others: then it fails before its end, so that nobody takes them
 * for whole. The source is left open, for the refusal to be answered on its connection.
 *
 * Fails with ProblemError body-too-large, digest-mismatch
 */
export function takeAnnounced(source: Readable, announced: AnnouncedBytes): Readable {
  return Readable.from(checked(source, announced), { objectMode: false });
}

async function* checked(source: Readable, { bytes, sha256 }: AnnouncedBytes): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  let count = 0;
  let last: Buffer | undefined;
  for await (const piece of source.iterator({ destroyOnReturn: false })) {
    const chunk = Buffer.from(piece);
    count += chunk.length;
    if (count > bytes) throw new ProblemError('body-too-large', `${bytes} bytes were announced, and more came`);
    hash.update(chunk);
    if (last !== undefined) yield last;
    last = chunk;
  }
  if (count < bytes) throw new ProblemError('digest-mismatch', `${bytes} bytes were announced, and ${count} came`);
  const digest = hash.digest('hex');
  if (digest !== sha256) {
    throw new ProblemError('digest-mismatch', `${count} bytes came, with the SHA-256 ${digest}`);
  }
  // Held back until now: whoever reads has not had all before.
  if (last !== undefined) yield last;
}
