/** A picture of an icon: its side in pixels, and itself as a PNG of eight-bit RGBA. */
interface IcoFrame {
  side: number;
  png: Buffer;
}

const HEADER_BYTES = 6;
const ENTRY_BYTES = 16;
const TYPE_ICON = 1;

/**
 * An ICO file with PNG frames: ICONDIR, an ICONDIRENTRY a frame, the frames (Microsoft, "Icons", and Raymond Chen,
 * "The evolution of the ICO file format, part 4: PNG images"). That frames are 32-bit RGBA is a rule of the format,
 * and Firefox takes no others. All numbers are little-endian.
 */
export function encodeIco(frames: readonly IcoFrame[]): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt16LE(0, 0); // reserved
  header.writeUInt16LE(TYPE_ICON, 2);
  header.writeUInt16LE(frames.length, 4);

  let offset = HEADER_BYTES + frames.length * ENTRY_BYTES;
  const entries = frames.map(({ side, png }) => {
    const entry = Buffer.alloc(ENTRY_BYTES);
    entry.writeUInt8(side % 256, 0); // width, where 0 stands for 256
    entry.writeUInt8(side % 256, 1); // height
    entry.writeUInt8(0, 2); // colours of the palette: there is none
    entry.writeUInt8(0, 3); // reserved
    entry.writeUInt16LE(1, 4); // planes
    entry.writeUInt16LE(32, 6); // bits a pixel
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(offset, 12); // from the start of the file
    offset += png.length;
    return entry;
  });
  return Buffer.concat([header, ...entries, ...frames.map(({ png }) => png)]);
}
