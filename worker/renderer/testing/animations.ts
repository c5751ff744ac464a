import sharp from 'sharp';
import { chunk, chunksOf } from '../encode/png-file.ts';
import { cut, type Raster, toRaster } from '../raster.ts';

/** The pictures of an animated WebP or GIF as a viewer shows them, and the time of each in milliseconds. */
export async function decodeAnimation(bytes: Buffer): Promise<{ frames: Raster[]; delays: number[]; loop: number }> {
  const {
    pages = 1,
    height,
    pageHeight = height,
    delay = [],
    loop = 0,
  } = await sharp(bytes, { animated: true }).metadata();
  const { data, width } = await toRaster(sharp(bytes, { animated: true }));
  const roll: Raster = { data, width, height: pages * pageHeight };
  const frames = Array.from({ length: pages }, (_, page) =>
    cut(roll, { x: 0, y: page * pageHeight, width, height: pageHeight }),
  );
  return { frames, delays: delay, loop };
}

/** The pictures of an APNG, put together by the rules of PNG third edition § 4.9 for frames that replace what is under them. */
export async function decodeApng(bytes: Buffer): Promise<{ frames: Raster[]; delays: number[]; loop: number }> {
  const chunks = chunksOf(bytes);
  const header = chunks.find(({ type }) => type === 'IHDR')?.data ?? Buffer.alloc(13);
  const palette = chunks.filter(({ type }) => type === 'PLTE' || type === 'tRNS');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const canvas = Buffer.alloc(width * height * 4);
  const frames: Raster[] = [];
  const delays: number[] = [];
  let loop = -1;
  let sequence = 0;
  for (const [at, { type, data }] of chunks.entries()) {
    if (type === 'acTL') loop = data.readUInt32BE(4);
    if (type === 'fcTL' || type === 'fdAT') {
      if (data.readUInt32BE(0) !== sequence++) throw new Error(`A ${type} is out of sequence`);
    }
    if (type !== 'fcTL') continue;
    const [w, h, x, y] = [4, 8, 12, 16].map((field) => data.readUInt32BE(field));
    if (data.readUInt16BE(24) !== 0) throw new Error('The decoder of the tests knows frames that stay and replace');
    delays.push((data.readUInt16BE(20) * 1000) / data.readUInt16BE(22));
    const rest = chunks.slice(at + 1);
    const next = rest.findIndex((other) => other.type === 'fcTL' || other.type === 'IEND');
    const image = rest.slice(0, next).filter((other) => other.type === 'IDAT' || other.type === 'fdAT');
    const picture = image.map((part) => (part.type === 'fdAT' ? part.data.subarray(4) : part.data));
    const size = Buffer.from(header);
    size.writeUInt32BE(w ?? 0, 0);
    size.writeUInt32BE(h ?? 0, 4);
    const part = await toRaster(
      sharp(
        Buffer.concat([
          bytes.subarray(0, 8),
          ...[chunk('IHDR', size), ...palette.map((other) => other.bytes)],
          ...[chunk('IDAT', Buffer.concat(picture)), chunk('IEND', Buffer.alloc(0))],
        ]),
      ),
    );
    for (let row = 0; row < part.height; row++) {
      part.data.copy(
        canvas,
        (((y ?? 0) + row) * width + (x ?? 0)) * 4,
        row * part.width * 4,
        (row + 1) * part.width * 4,
      );
    }
    frames.push({ data: Buffer.from(canvas), width, height });
  }
  return { frames, delays, loop };
}

/** A raster in which what cannot be seen is zero, to be compared. */
export function seen({ data, width, height }: Raster): Raster {
  const visible = Buffer.from(data);
  for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 0) visible.fill(0, at, at + 4);
  return { data: visible, width, height };
}
