import { crc32 } from 'node:zlib';
import fc, { type Arbitrary } from 'fast-check';
import type { TestLogo } from '../testing/logos.ts';

/** A share of a file. Not fc.double, which takes all exponents alike, and so is nearly always next to zero. */
export const place = fc.integer({ min: 0, max: 999_999 }).map((millionths) => millionths / 1_000_000);
const byte = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.integer({ min: 0, max: 255 }));

/** What happens to a file: bytes overwritten, cut out, put in, or its end cut off. */
const edit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('overwrite' as const),
      at: place,
      bytes: fc.array(byte, { minLength: 1, maxLength: 4 }),
    }),
  },
  fc.record({ kind: fc.constant('remove' as const), at: place, count: fc.integer({ min: 1, max: 40 }) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    bytes: fc.array(byte, { minLength: 1, maxLength: 40 }),
  }),
  fc.record({ kind: fc.constant('cut' as const), at: place }),
);

type Edit = typeof edit extends Arbitrary<infer T> ? T : never;

/** Files with some places changed, most of them near their heads; PNGs with their checksums made right again, or not. */
export function mutatedFiles(files: readonly TestLogo[]): Arbitrary<TestLogo> {
  return fc
    .tuple(fc.constantFrom(...files), fc.array(edit, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([{ format, bytes }, edits, mend]) => {
      const mutated = edits.reduce(apply, bytes);
      return { format, bytes: mend && format === 'png' ? withChecksums(mutated) : mutated };
    });
}

function apply(bytes: Buffer, change: Edit): Buffer {
  const at = Math.floor(change.at ** 2 * bytes.length);
  switch (change.kind) {
    case 'overwrite': {
      const changed = Buffer.from(bytes);
      changed.set(change.bytes.slice(0, bytes.length - at), at);
      return changed;
    }
    case 'remove':
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + change.count)]);
    case 'insert':
      return Buffer.concat([bytes.subarray(0, at), Buffer.from(change.bytes), bytes.subarray(at)]);
    case 'cut':
      return bytes.subarray(0, Math.ceil(change.at * bytes.length));
  }
}

function withChecksums(png: Buffer): Buffer {
  const mended = Buffer.from(png);
  for (let at = 8; at + 12 <= mended.length; ) {
    const end = at + 12 + mended.readUInt32BE(at);
    if (end > mended.length) break;
    mended.writeUInt32BE(crc32(mended.subarray(at + 4, end - 4)), end - 4);
    at = end;
  }
  return mended;
}
