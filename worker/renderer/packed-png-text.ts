/**
 * A PNG without the texts that are packed in it (PNG 3rd edition, 11.3.3): nothing here reads them, but libpng unpacks
 * each to megabytes before it tells the size of the picture. Bytes without any are given back as they are.
 */
export function withoutPackedText(png: Buffer): Buffer {
  const kept: Buffer[] = [];
  let [from, at] = [0, 8];
  while (at + 12 <= png.length) {
    const end = at + 12 + png.readUInt32BE(at);
    if (end > png.length) break;
    if (isPackedText(png.subarray(at + 4, end - 4))) {
      kept.push(png.subarray(from, at));
      from = end;
    }
    at = end;
  }
  return from === 0 ? png : Buffer.concat([...kept, png.subarray(from)]);
}

/** @param body the type of a chunk and its data */
function isPackedText(body: Buffer): boolean {
  const type = body.toString('latin1', 0, 4);
  // The keyword of an international text ends with a zero, and then comes whether it is packed.
  return type === 'zTXt' || (type === 'iTXt' && body[body.indexOf(0, 4) + 1] === 1);
}
