/** Codes are at most this long (GIF89a, appendix F). */
const MOST_BITS = 12;

/**
 * Compresses indices by the LZW of GIF (GIF89a, appendix F): codes of growing length, packed from the low bit.
 * @param depth bits an index, at least 2
 */
export function compressLzw(indices: Uint8Array, depth: number): Buffer {
  const clear = 1 << depth;
  const output = Buffer.alloc(indices.length * 2 + 16);
  let [length, buffered, bits] = [0, 0, 0];
  let codeBits = depth + 1;
  let next = clear + 2;
  // The code of each known string, by the code of all but its last index and that index.
  const codes = new Int16Array(1 << (MOST_BITS + depth));

  const write = (code: number) => {
    buffered |= code << bits;
    bits += codeBits;
    while (bits >= 8) {
      output[length++] = buffered & 0xff;
      buffered >>>= 8;
      bits -= 8;
    }
  };
  write(clear);
  let prefix = indices[0] ?? 0;
  for (let at = 1; at < indices.length; at++) {
    const index = indices[at] ?? 0;
    const key = (prefix << depth) | index;
    const known = codes[key] ?? 0;
    if (known !== 0) {
      prefix = known;
      continue;
    }
    write(prefix);
    if (next === 1 << MOST_BITS) {
      write(clear);
      codes.fill(0);
      codeBits = depth + 1;
      next = clear + 2;
    } else {
      if (next === 1 << codeBits) codeBits++;
      codes[key] = next++;
    }
    prefix = index;
  }
  write(prefix);
  // A decoder adds an entry after each code, so it may be at longer codes by now.
  if (next === 1 << codeBits && codeBits < MOST_BITS) codeBits++;
  write(clear + 1);
  if (bits > 0) output[length++] = buffered & 0xff;
  return output.subarray(0, length);
}
