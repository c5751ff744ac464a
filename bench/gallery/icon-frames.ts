/** The PNGs inside an ICO, smallest first as a rule: what ICONDIRENTRYs point at. */
export function icoFrames(ico: Buffer): Buffer[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, at) => {
    const entry = 6 + 16 * at;
    const [length, offset] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
    return ico.subarray(offset, offset + length);
  });
}

/** The PNGs inside an ICNS; what it holds in other forms is left out. */
export function icnsFrames(icns: Buffer): Buffer[] {
  const frames: Buffer[] = [];
  for (let at = 8; at + 8 <= icns.length; at += icns.readUInt32BE(at + 4)) {
    const frame = icns.subarray(at + 8, at + icns.readUInt32BE(at + 4));
    if (frame.subarray(1, 4).toString('latin1') === 'PNG') frames.push(frame);
  }
  return frames;
}
